import { DayColumn, InstantColumn, MinorColumn } from '@amiable/platform';
import type { Temporal } from '@amiable/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { CaseState } from './case.states';
import type { HoldKind } from './hold-kinds';

export type CaseStage = 'before_due' | 'reminder' | 'call' | 'formal_notice';
export type CloseReason = 'paid' | 'withdrawn' | 'uncollectible';

/** Dossier: the open invoices of one debtor worked together under one mandate. */
@Entity('cases')
export class Case {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') reference: string;
  @Column('uuid', { name: 'debtor_id' }) debtorId: string;
  @Column('uuid', { name: 'mandate_id' }) mandateId: string;
  @Column('uuid', { name: 'brand_id' }) brandId: string;
  @Column('text') hat: 'client_name' | 'agency';
  @Column('text') state: CaseState;
  @Column('text') stage: CaseStage;
  @Column('text') currency: string;
  /** Open balance, minor units; kept by the database from invoices and allocations, never written here. */
  @MinorColumn('open_minor', { update: false, insert: false }) openMinor: bigint;
  @Column('numeric', { name: 'fee_percent', precision: 5, scale: 2 }) feePercent: string;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId: string | null;
  @Column('text') queue: string;
  @Column('text', { name: 'hold_reason', nullable: true }) holdReason: string | null;
  @Column('text', { name: 'hold_kind', nullable: true }) holdKind: HoldKind | null;
  @DayColumn('hold_until', { nullable: true }) holdUntil: Temporal.PlainDate | null;
  @Column('text', { name: 'close_reason', nullable: true }) closeReason: CloseReason | null;
  @Column('text', { name: 'first_letter_reference', nullable: true }) firstLetterReference: string | null;
  @DayColumn('first_letter_on', { nullable: true }) firstLetterOn: Temporal.PlainDate | null;
  @DayColumn('opened_on') openedOn: Temporal.PlainDate;
  @DayColumn('closed_on', { nullable: true }) closedOn: Temporal.PlainDate | null;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
  @VersionColumn() version: number;
}
