import type { Temporal } from '@amiable/kernel';
import { DayColumn, InstantColumn } from '@amiable/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Réponse à une ligne: promised for a day, or in process for a payment run on that day. */
@Entity('invoice_answers')
export class InvoiceAnswer {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('uuid', { name: 'invoice_id' }) invoiceId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: 'promised' | 'in_process';
  @DayColumn('on_day') onDay: Temporal.PlainDate;
  @InstantColumn('given_at') givenAt: Temporal.Instant;
}
