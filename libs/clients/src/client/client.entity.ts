import { InstantColumn } from '@amiable/platform';
import type { Temporal } from '@amiable/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Client, créancier: a company that gives work to the agency; the tenant. */
@Entity('clients')
export class Client {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @Column('text') name: string;
  @Column('text', { name: 'legal_name' }) legalName: string;
  @Column('text') siren: string;
  @Column('text', { name: 'vat_number', nullable: true }) vatNumber: string | null;
  @Column('text', { name: 'address_line' }) addressLine: string;
  @Column('text') postcode: string;
  @Column('text') city: string;
  @Column('text') country: string;
  @Column('text') email: string;
  @Column('text') phone: string;
  @Column('text', { name: 'settlement_iban', nullable: true }) settlementIban: string | null;
  @Column('text', { name: 'settlement_holder', nullable: true }) settlementHolder: string | null;
  @Column('text') currency: string;
  @InstantColumn('created_at') createdAt: Temporal.Instant;
  /** The kill switch: no message leaves while it is set (MB6). */
  @InstantColumn('sending_stopped_at', { nullable: true }) sendingStoppedAt: Temporal.Instant | null;
}
