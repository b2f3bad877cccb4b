import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** What a company's accountant says line by line, the reference of a transfer for chosen invoices, and its own supplier ledger. */
export class CreateInvoiceAnswers1764000310000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table invoice_answers (
        client_id uuid not null references clients, invoice_id uuid not null, case_id uuid not null,
        kind text not null check (kind in ('promised', 'in_process')), on_day date not null, given_at timestamptz not null,
        primary key (client_id, invoice_id), -- the newest word counts; earlier ones stand in the timeline
        foreign key (client_id, invoice_id) references invoices, foreign key (client_id, case_id) references cases);
      create index invoice_answers_of_case on invoice_answers (client_id, case_id);
      select protect_tenant_table('invoice_answers');

      create table transfer_references (
        client_id uuid not null references clients, reference text not null, -- RF (ISO 11649), unchanged from payer to payee
        case_id uuid not null, invoice_ids uuid[] not null check (cardinality(invoice_ids) > 0), made_at timestamptz not null,
        primary key (client_id, reference), unique (client_id, case_id, invoice_ids),
        foreign key (client_id, case_id) references cases);
      select protect_tenant_table('transfer_references');

      create table supplier_ledgers (
        client_id uuid not null references clients, case_id uuid not null, filename text not null, lines jsonb not null,
        unread int[] not null default '{}', acted text[] not null default '{}', read_at timestamptz not null,
        primary key (client_id, case_id), -- the last one is compared; it is no proof and is not archived
        foreign key (client_id, case_id) references cases);
      select protect_tenant_table('supplier_ledgers')`);
  }
}
