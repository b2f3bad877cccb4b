import type { Temporal } from '@amiable/kernel';
import { DayColumn, InstantColumn, MinorColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisputeState } from './dispute.states';

export type DisputeReason = 'not_received' | 'defective' | 'wrong_amount' | 'already_paid' | 'not_mine' | 'other';

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
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}
