import type { Temporal } from '@amiable/kernel';
import { InstantColumn, MinorColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PaymentState } from './payment.states';

/** Paiement en cours: one attempt of a debtor to pay, at a provider. While it is in flight every channel is silent. */
@Entity('payments')
export class Payment {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') provider: string;
  @MinorColumn('amount_minor') amountMinor: bigint;
  @Column('text') currency: string;
  @Column('uuid', { name: 'invoice_ids', array: true, nullable: true }) invoiceIds: string[] | null;
  @Column('text') language: string;
  @Column('text') state: PaymentState;
  @Column('text', { name: 'session_id', nullable: true }) sessionId: string | null;
  @Column('text', { name: 'checkout_url', nullable: true }) checkoutUrl: string | null;
  @Column('text', { nullable: true }) failure: string | null;
  /** The plan it pays an instalment of. */
  @Column('uuid', { name: 'plan_id', nullable: true }) planId: string | null;
  /** Collected without the payer, with this means on file. */
  @Column('uuid', { name: 'means_id', nullable: true }) meansId: string | null;
  /** What it is paid with is kept for the instalments to come. */
  @Column('boolean', { name: 'saves_means' }) savesMeans: boolean;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
  @InstantColumn('expires_at') expiresAt: Temporal.Instant;
}
