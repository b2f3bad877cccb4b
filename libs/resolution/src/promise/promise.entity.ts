import type { Temporal } from '@amiable/kernel';
import { DayColumn, InstantColumn, MinorColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PromiseState } from './promise.states';

/** Promesse de paiement: an amount and a day given by the debtor. */
@Entity('promises')
export class PaymentPromise {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @MinorColumn('amount_minor') amountMinor: bigint;
  @MinorColumn('paid_minor') paidMinor: bigint;
  @Column('text') currency: string;
  @DayColumn('due_on') dueOn: Temporal.PlainDate;
  @Column('int', { name: 'grace_days' }) graceDays: number;
  /** What may be missing, as the mandate said when it was made. */
  @MinorColumn('tolerance_minor') toleranceMinor: bigint;
  @DayColumn('made_on') madeOn: Temporal.PlainDate;
  @Column('text') state: PromiseState;
  @Column('text', { name: 'made_by' }) madeBy: 'staff' | 'debtor';
  @Column('uuid', { name: 'staff_id', nullable: true }) staffId: string | null;
  /** Of the debtor's own choice, or the day of a company's payment run. */
  @Column('text') source: 'promise' | 'payment_run';
  /** The invoices it is for; null for the whole case. */
  @Column('uuid', { name: 'invoice_ids', array: true, nullable: true }) invoiceIds: string[] | null;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}
