import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Honoraires et reversements: what the agency earns, and what is paid on to the client. */
export class CreateRemittances1763900800000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table fees (
        client_id uuid not null references clients, movement_id uuid not null, base_minor bigint not null,
        percent numeric(5,2) not null, amount_minor bigint not null, currency text not null, recorded_at timestamptz not null default now(),
        primary key (client_id, movement_id), foreign key (client_id, movement_id) references movements);
      select protect_tenant_table('fees', true);
      create trigger fees_stay before update or delete or truncate on fees for each statement execute function refuse_change();
      create table remittances (
        client_id uuid not null references clients, id uuid not null, number text not null unique, invoice_number text unique,
        mode text not null check (mode in ('net', 'gross')), as_of date not null, currency text not null,
        funds_minor bigint not null, fees_minor bigint not null, vat_percent numeric(5,2) not null, vat_minor bigint not null,
        paid_out_minor bigint not null, state text not null check (state in ('ordered', 'paid_out')), paid_out_on date,
        pdf_document_id uuid, csv_document_id uuid, created_by uuid, created_at timestamptz not null default now(),
        primary key (client_id, id));
      create index remittances_by_day on remittances (client_id, as_of desc, id desc);
      select protect_tenant_table('remittances');
      create table remittance_lines (
        client_id uuid not null, remittance_id uuid not null, movement_id uuid not null, -- the key: no movement is remitted twice
        primary key (client_id, movement_id), foreign key (client_id, remittance_id) references remittances,
        foreign key (client_id, movement_id) references movements);
      create index remittance_lines_of on remittance_lines (client_id, remittance_id);
      select protect_tenant_table('remittance_lines', true);
      create trigger remittance_lines_stay before update or delete or truncate on remittance_lines
        for each statement execute function refuse_change()`);
  }
}
