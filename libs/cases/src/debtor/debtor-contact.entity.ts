import type { Temporal } from '@amiable/kernel';
import { InstantColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export const contactRoles = ['accountant', 'director', 'buyer', 'approver', 'other'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Interlocuteur: somebody at a company who may be spoken to, and what he has to do with payments. */
@Entity('debtor_contacts')
export class DebtorContact {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'debtor_id' }) debtorId: string;
  @Column('text') name: string;
  @Column('text') role: ContactRole;
  /** Null: the debtor's. */
  @Column('text', { nullable: true }) language: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  /** Circuit de validation: as which he approves payments, 1 first; null when he does not. */
  @Column('smallint', { name: 'approval_order', nullable: true }) approvalOrder: number | null;
  @Column('text', { name: 'approval_note', nullable: true }) approvalNote: string | null;
  @Column('text') source: 'import' | 'typed';
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @InstantColumn('recorded_at') recordedAt: Temporal.Instant;
  @InstantColumn('dismissed_at', { nullable: true }) dismissedAt: Temporal.Instant | null;
  @VersionColumn() version: number;
}
