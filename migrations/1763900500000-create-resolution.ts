import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Promesses, échéanciers, litiges: what the debtor said. */
export class CreateResolution1763900500000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table promises (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null,
        amount_minor bigint not null check (amount_minor > 0), paid_minor bigint not null default 0, currency text not null,
        due_on date not null, grace_days int not null default 2 check (grace_days >= 0), made_on date not null,
        state text not null check (state in ('open', 'kept', 'partly_kept', 'broken', 'cancelled')),
        made_by text not null check (made_by in ('staff', 'debtor')), staff_id uuid, created_at timestamptz not null default now(),
        primary key (client_id, id), foreign key (client_id, case_id) references cases);
      create index promises_of_case on promises (client_id, case_id);
      create unique index promises_one_open on promises (client_id, case_id) where state = 'open';
      create index promises_due on promises (due_on) where state = 'open'; -- the daily check goes over all clients
      select protect_tenant_table('promises');
      create table plans (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null, total_minor bigint not null, currency text not null,
        state text not null check (state in ('active', 'completed', 'broken', 'cancelled')), agreed_on date not null,
        created_at timestamptz not null default now(),
        primary key (client_id, id), foreign key (client_id, case_id) references cases);
      create unique index plans_one_active on plans (client_id, case_id) where state = 'active';
      select protect_tenant_table('plans');
      create table instalments (
        client_id uuid not null, plan_id uuid not null, number int not null, due_on date not null, amount_minor bigint not null check (amount_minor > 0),
        primary key (client_id, plan_id, number), foreign key (client_id, plan_id) references plans);
      select protect_tenant_table('instalments');
      create table disputes (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null, invoice_id uuid not null,
        reason text not null check (reason in ('not_received', 'defective', 'wrong_amount', 'already_paid', 'not_mine', 'other')),
        amount_minor bigint not null check (amount_minor > 0), note text, due_on date not null,
        state text not null check (state in ('open', 'upheld', 'rejected')), answer text,
        opened_by text not null check (opened_by in ('staff', 'debtor')), opened_on date not null, closed_on date,
        created_at timestamptz not null default now(),
        primary key (client_id, id), foreign key (client_id, case_id) references cases,
        foreign key (client_id, invoice_id) references invoices);
      create unique index disputes_one_open on disputes (client_id, invoice_id) where state = 'open';
      create index disputes_of_case on disputes (client_id, case_id);
      select protect_tenant_table('disputes')`);
  }
}
