import { InstantColumn } from '@amiable/platform';
import type { Temporal } from '@amiable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Verdict } from './quality.rules';

/** Fiche d'évaluation: what a manager found in one call, mail or note; its id is that of the event of the story. */
@Entity('contact_reviews')
export class ContactReview {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'collector_id' }) collectorId: string;
  @Column('text') recall: Verdict;
  @Column('text') identity: Verdict;
  @Column('text') tone: Verdict;
  @Column('text') facts: Verdict;
  @Column('text', { name: 'next_step' }) nextStep: Verdict;
  @Column('text', { nullable: true }) comment: string | null;
  @Column('uuid', { name: 'reviewed_by' }) reviewedBy: string;
  @Column('text', { name: 'reviewed_by_name' }) reviewedByName: string;
  @InstantColumn('reviewed_at') reviewedAt: Temporal.Instant;
  @Column('text', { nullable: true }) answer: string | null;
  @InstantColumn('answered_at', { nullable: true }) answeredAt: Temporal.Instant | null;
}
