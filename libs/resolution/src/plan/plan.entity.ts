import type { PlanApprover, PlanFrequency } from '@amiable/clients';
import type { RoundingPolicy, Temporal } from '@amiable/kernel';
import { DayColumn, InstantColumn, MinorColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanState } from './plan.states';

/** Échéancier: one version of an agreed or proposed schedule. Its instalments never change; a change is a new version. */
@Entity('plans')
export class Plan {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @MinorColumn('total_minor') totalMinor: bigint;
  @Column('text') currency: string;
  @Column('text') state: PlanState;
  @DayColumn('agreed_on', { nullable: true }) agreedOn: Temporal.PlainDate | null;
  @Column('int') version: number;
  @Column('uuid', { nullable: true }) replaces: string | null;
  @Column('text') origin: 'staff' | 'debtor';
  @Column('text') frequency: PlanFrequency;
  @Column('text') rounding: RoundingPolicy;
  /** What the case had been paid when the plan was agreed: money after it counts towards the plan. */
  @MinorColumn('paid_before_minor') paidBeforeMinor: bigint;
  /** Clauses of the envelope it is outside of; someone has to approve it then. */
  @Column('text', { array: true }) clauses: string[];
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) approver: PlanApprover | null;
  /** Who of the staff asked for it; he does not decide. None: the debtor did. */
  @Column('uuid', { name: 'asked_by', nullable: true }) askedBy: string | null;
  @Column('text', { name: 'asked_by_name', nullable: true }) askedByName: string | null;
  @DayColumn('answer_by', { nullable: true }) answerBy: Temporal.PlainDate | null;
  @Column('text', { nullable: true }) answer: string | null;
  @InstantColumn('answered_at', { nullable: true }) answeredAt: Temporal.Instant | null;
  @Column('text', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @DayColumn('expires_on', { nullable: true }) expiresOn: Temporal.PlainDate | null;
  /** He chose to have the instalments collected; the means may still be missing. */
  @Column('boolean', { name: 'on_file' }) onFile: boolean;
  @Column('uuid', { name: 'means_id', nullable: true }) meansId: string | null;
  @InstantColumn('accepted_at', { nullable: true }) acceptedAt: Temporal.Instant | null;
  @Column('text', { name: 'accepted_ip', nullable: true }) acceptedIp: string | null;
  @Column('text', { name: 'accepted_language', nullable: true }) acceptedLanguage: string | null;
  /** SHA-256 of the session the acceptance came in, hexadecimal. */
  @Column('text', { name: 'accepted_session', nullable: true }) acceptedSession: string | null;
  @Column('uuid', { name: 'accepted_text', nullable: true }) acceptedText: string | null;
  @Column('int', { name: 'skips_used' }) skipsUsed: number;
  @Column('int', { name: 'moves_used' }) movesUsed: number;
  @DayColumn('late_on', { nullable: true }) lateOn: Temporal.PlainDate | null;
  @DayColumn('broken_on', { nullable: true }) brokenOn: Temporal.PlainDate | null;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}
