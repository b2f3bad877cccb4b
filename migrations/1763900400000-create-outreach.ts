import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Actes et messages: what was planned, what left the house, and exactly what was in it. */
export class CreateOutreach1763900400000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table documents (
        client_id uuid not null references clients, id uuid not null, case_id uuid, kind text not null,
        filename text not null, content_type text not null, sha256 bytea not null, bytes bytea not null,
        created_at timestamptz not null default now(), primary key (client_id, id));
      create index documents_of_case on documents (client_id, case_id);
      select protect_tenant_table('documents', true);
      create trigger documents_stay before update or delete or truncate on documents
        for each statement execute function refuse_change();

      create table scenarios (
        client_id uuid not null references clients, id uuid not null, name text not null, version int not null,
        active boolean not null, created_at timestamptz not null default now(),
        primary key (client_id, id), unique (client_id, name, version));
      select protect_tenant_table('scenarios');
      create table scenario_steps (
        client_id uuid not null, scenario_id uuid not null, step_no int not null, name text not null,
        channel text not null check (channel in ('email', 'letter', 'call')), template text, stage text not null,
        days_from_due int not null, -- before the due date when negative
        primary key (client_id, scenario_id, step_no), foreign key (client_id, scenario_id) references scenarios,
        check ((channel = 'call') = (template is null)));
      select protect_tenant_table('scenario_steps');
      -- Next step and its day, apart from the wide case: the daily run rewrites only this.
      create table schedules (
        client_id uuid not null, case_id uuid not null, scenario_id uuid not null, step_no int not null, due_on date not null,
        primary key (client_id, case_id), foreign key (client_id, case_id) references cases) with (fillfactor = 80);
      create index schedules_due on schedules (due_on, client_id); -- the daily run takes one day over all clients
      select protect_tenant_table('schedules');

      create table actions (
        client_id uuid not null, id uuid not null default uuidv7(), case_id uuid not null,
        scenario_id uuid, step_no int, channel text not null check (channel in ('email', 'letter', 'call')), template text,
        due_on date not null, state text not null check (state in ('due', 'done', 'cancelled', 'failed')), reason text,
        outcome text, note text, staff_id uuid, done_at timestamptz, created_at timestamptz not null default now(),
        primary key (client_id, id), foreign key (client_id, case_id) references cases);
      create unique index actions_once on actions (client_id, case_id, scenario_id, step_no) where scenario_id is not null;
      create index actions_of_case on actions (client_id, case_id, created_at desc);
      select protect_tenant_table('actions');

      create table messages (
        client_id uuid not null, id uuid not null default uuidv7(), case_id uuid not null, action_id uuid,
        channel text not null check (channel in ('email', 'letter')), template text not null, subject text, body_note text,
        state text not null check (state in ('queued', 'sent', 'cancelled', 'failed')), reason text,
        recipient text, not_before timestamptz not null, sent_at timestamptz, provider_reference text, document_id uuid,
        created_by uuid, created_at timestamptz not null default now(),
        primary key (client_id, id), foreign key (client_id, case_id) references cases,
        foreign key (client_id, action_id) references actions, foreign key (client_id, document_id) references documents);
      create unique index messages_one_per_action on messages (client_id, action_id) where action_id is not null;
      create index messages_of_case on messages (client_id, case_id, created_at desc);
      select protect_tenant_table('messages');

      create table run_skips (
        client_id uuid not null references clients, case_id uuid not null, day date not null, step_no int not null, reason text not null,
        primary key (client_id, case_id, day));
      select protect_tenant_table('run_skips');
      create table runs (
        kind text not null, day date not null, started_at timestamptz not null, finished_at timestamptz, counts jsonb,
        primary key (kind, day));
      select open_agency_table('runs');

      -- Looked up by the hash of a secret before the tenant is known.
      create table debtor_links (
        token_hash bytea primary key, client_id uuid not null, case_id uuid not null, brand_id uuid not null,
        channel text not null, created_at timestamptz not null default now(), expires_at timestamptz not null, revoked_at timestamptz,
        foreign key (client_id, case_id) references cases, foreign key (client_id, brand_id) references brands);
      create index on debtor_links (client_id, case_id);
      select open_agency_table('debtor_links')`);
  }
}
