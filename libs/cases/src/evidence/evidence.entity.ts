import type { Temporal } from '@amiable/kernel';
import { InstantColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EvidenceKind = 'invoice' | 'delivery_note' | 'terms' | 'other';

/** Pièce justificative: an archived document that proves an invoice. Its id is the document's. */
@Entity('evidence')
export class Evidence {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'invoice_id' }) invoiceId: string;
  @Column('uuid', { name: 'case_id', nullable: true }) caseId: string | null;
  @Column('text') kind: EvidenceKind;
  @Column('boolean', { name: 'debtor_sees' }) debtorSees: boolean;
  @InstantColumn('attached_at') attachedAt: Temporal.Instant;
  @InstantColumn('removed_at', { nullable: true }) removedAt: Temporal.Instant | null;
}
