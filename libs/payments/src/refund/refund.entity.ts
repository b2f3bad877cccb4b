import type { Temporal } from '@amiable/kernel';
import { InstantColumn, MinorColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RefundState } from './refund.states';

/** Remboursement: money that settled nothing, on its way back to the payer. */
@Entity('refunds')
export class Refund {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  /** The payment it goes back on: the same way as it came. */
  @Column('uuid', { name: 'movement_id' }) movementId: string;
  @Column('text') state: RefundState;
  @MinorColumn('amount_minor') amountMinor: bigint;
  @Column('text') currency: string;
  @Column('text') reason: string;
  @Column('uuid', { name: 'asked_by' }) askedBy: string;
  @Column('text', { name: 'asked_by_name' }) askedByName: string;
  @InstantColumn('asked_at') askedAt: Temporal.Instant;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('text', { name: 'decided_by_name', nullable: true }) decidedByName: string | null;
  @InstantColumn('decided_at', { nullable: true }) decidedAt: Temporal.Instant | null;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('text', { name: 'provider_ref', nullable: true }) providerRef: string | null;
  @Column('text', { nullable: true }) failure: string | null;
}
