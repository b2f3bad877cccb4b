import type { Temporal } from '@amiable/kernel';
import { DayColumn, InstantColumn, MinorColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisputeState } from './dispute.states';

export const disputeReasons = [
  'not_received',
  'defective',
  'wrong_amount',
  'price',
  'quantity',
  'duplicate',
  'already_paid',
  'not_mine',
  'other',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

/** Litige: a contested invoice or part of it. */
@Entity('disputes')
export class Dispute {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'invoice_id' }) invoiceId: string;
  @Column('text') reason: DisputeReason;
  @MinorColumn('amount_minor') amountMinor: bigint;
  @Column('text', { nullable: true }) note: string | null;
  @DayColumn('due_on') dueOn: Temporal.PlainDate;
  @Column('text') state: DisputeState;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('text', { name: 'opened_by' }) openedBy: 'staff' | 'debtor';
  @DayColumn('opened_on') openedOn: Temporal.PlainDate;
  @DayColumn('closed_on', { nullable: true }) closedOn: Temporal.PlainDate | null;
  /** What the debtor said with it, and its files. */
  @Column('uuid', { name: 'answer_id', nullable: true }) answerId: string | null;
  /** What the debtor says would be right, minor units. */
  @MinorColumn('right_minor', { nullable: true }) rightMinor: bigint | null;
  /** The person at the client who is to answer. */
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId: string | null;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}
