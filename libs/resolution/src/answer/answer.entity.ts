import type { Temporal } from '@amiable/kernel';
import { DayColumn, InstantColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnswerKind } from './answer.rules';
import type { AnswerState } from './answer.states';

/** Réponse du débiteur: what he told us on his page, and what became of it. */
@Entity('answers')
export class Answer {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: AnswerKind;
  @Column('text') state: AnswerState;
  @Column('jsonb') facts: Record<string, unknown>;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) reply: string | null;
  /** The day until which we said that somebody answers. */
  @DayColumn('follow_up_on', { nullable: true }) followUpOn: Temporal.PlainDate | null;
  @InstantColumn('given_at') givenAt: Temporal.Instant;
  @InstantColumn('settled_at', { nullable: true }) settledAt: Temporal.Instant | null;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy: string | null;
}
