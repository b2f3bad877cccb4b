import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Paiements: what a debtor began to pay (payments), and money that really moved (movements). */
export class CreatePayments1763900600000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table payments (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null, provider text not null,
        amount_minor bigint not null check (amount_minor > 0), currency text not null, invoice_ids uuid[], language text not null,
        state text not null check (state in ('started', 'processing', 'succeeded', 'failed', 'cancelled', 'expired')),
        session_id text, checkout_url text, failure text, created_at timestamptz not null, expires_at timestamptz not null,
        primary key (client_id, id), foreign key (client_id, case_id) references cases);
      create unique index payments_one_in_flight on payments (client_id, case_id) where state in ('started', 'processing');
      create index payments_of_case on payments (client_id, case_id);
      select protect_tenant_table('payments');
      -- Our own mapping of the provider's objects to a tenant; their metadata is never trusted alone.
      create table provider_objects (
        provider text not null, object_id text not null, client_id uuid not null, payment_id uuid not null,
        primary key (provider, object_id), foreign key (client_id, payment_id) references payments);
      select open_agency_table('provider_objects');
      create table inbox_events (
        provider text not null, event_id text not null, type text not null, api_version text not null, object_id text not null,
        body text not null, received_at timestamptz not null default now(), processed_at timestamptz, attempts int not null default 0,
        not_before timestamptz not null default now(), error text, dead_at timestamptz, primary key (provider, event_id));
      create index inbox_waiting on inbox_events (not_before) where processed_at is null and dead_at is null;
      select open_agency_table('inbox_events');

      create table movements (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null, payment_id uuid,
        kind text not null check (kind in ('payment', 'refund', 'chargeback', 'chargeback_won')),
        method text not null check (method in ('card', 'sepa_debit', 'transfer', 'cheque', 'direct')),
        source_key text not null, -- the outside fact: stripe:ch_..., bank:..., client_declared:...
        reverses uuid, invoice_ids uuid[], amount_minor bigint not null check (amount_minor <> 0), provider_fee_minor bigint not null default 0,
        currency text not null, effective_on date not null, recorded_at timestamptz not null default now(), receipt_number text,
        primary key (client_id, id), unique (client_id, source_key),
        check ((kind in ('payment', 'chargeback_won')) = (amount_minor > 0)),
        check (kind = 'payment' or reverses is not null),
        foreign key (client_id, case_id) references cases, foreign key (client_id, payment_id) references payments,
        foreign key (client_id, reverses) references movements);
      create index movements_of_case on movements (client_id, case_id);
      create index movements_by_day on movements (client_id, effective_on desc, id desc);
      create unique index movements_receipt on movements (receipt_number) where receipt_number is not null;
      select protect_tenant_table('movements', true);
      create trigger movements_stay before update or delete or truncate on movements
        for each statement execute function refuse_change();
      -- Gap-free numbers of receipts, remittances and fee invoices: the agency issues them, one series for all clients.
      create table counters (name text primary key, value bigint not null);
      select open_agency_table('counters')`);
  }
}
