import type { Temporal } from '@amiable/kernel';
import { DayColumn, InstantColumn, MinorColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RemittanceState } from './remittance.states';

/** Reversement: what is paid on to the client, with its statement and fee invoice. */
@Entity('remittances')
export class Remittance {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('text', { name: 'invoice_number', nullable: true }) invoiceNumber: string | null;
  @Column('text') mode: 'net' | 'gross';
  @DayColumn('as_of') asOf: Temporal.PlainDate;
  @Column('text') currency: string;
  @MinorColumn('funds_minor') fundsMinor: bigint;
  @MinorColumn('fees_minor') feesMinor: bigint;
  @Column('numeric', { name: 'vat_percent', precision: 5, scale: 2 }) vatPercent: string;
  @MinorColumn('vat_minor') vatMinor: bigint;
  @MinorColumn('paid_out_minor') paidOutMinor: bigint;
  @Column('text') state: RemittanceState;
  @DayColumn('paid_out_on', { nullable: true }) paidOutOn: Temporal.PlainDate | null;
  @Column('uuid', { name: 'pdf_document_id', nullable: true }) pdfDocumentId: string | null;
  @Column('uuid', { name: 'csv_document_id', nullable: true }) csvDocumentId: string | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy: string | null;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
}
