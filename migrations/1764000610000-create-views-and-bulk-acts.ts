import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Vues, étiquettes, actes en nombre: what lists are kept as, and what is done to many cases at once. */
export class CreateViewsAndBulkActs1764000610000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table case_tags (
        client_id uuid not null, case_id uuid not null, tag text not null check (length(tag) between 1 and 40), added_by uuid, added_at timestamptz not null,
        primary key (client_id, case_id, tag), foreign key (client_id, case_id) references cases);
      create index case_tags_by_tag on case_tags (client_id, tag);
      select protect_tenant_table('case_tags');

      -- Filters, sort and columns of a list, as its address says them. Private, or for the whole team.
      create table saved_views (
        id uuid primary key, owner_id uuid not null references staff_users, name text not null check (length(name) between 1 and 60),
        query text not null check (length(query) <= 2000), is_shared boolean not null, is_default boolean not null default false, created_at timestamptz not null);
      create index saved_views_of_owner on saved_views (owner_id);
      create unique index saved_views_one_default on saved_views (owner_id) where is_default;
      select open_agency_table('saved_views');

      create table bulk_acts (
        id uuid primary key, staff_id uuid not null references staff_users, idempotency_key text not null,
        act text not null check (act in ('assign', 'hold', 'message', 'tag', 'untag')), input jsonb not null, created_at timestamptz not null, undone_at timestamptz,
        unique (staff_id, idempotency_key));
      select open_agency_table('bulk_acts');
      -- One case of a bulk act: what became of it, and what it was before, so that it can be undone.
      create table bulk_pieces (
        client_id uuid not null, bulk_id uuid not null references bulk_acts, case_id uuid not null, chunk int not null,
        state text not null check (state in ('waiting', 'done', 'excluded', 'undone')), reason text, before jsonb,
        primary key (client_id, bulk_id, case_id), foreign key (client_id, case_id) references cases);
      create index bulk_pieces_waiting on bulk_pieces (client_id, bulk_id, chunk) where state = 'waiting';
      select protect_tenant_table('bulk_pieces');

      create index cases_of_owner on cases (client_id, owner_id) where owner_id is not null`);
  }
}
