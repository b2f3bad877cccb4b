import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Absences: who is away from when to when, who stands in, and which cases each of them has meanwhile. */
export class StandIn1764002600000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table absences (
        id uuid primary key, staff_id uuid not null references staff_users, from_on date not null,
        until_on date check (until_on >= from_on), -- the last day away; null: the cases stay with who got them
        stand_ins uuid[] not null check (cardinality(stand_ins) <= 20), -- none: the shared queue
        state text not null check (state in ('planned', 'running', 'over', 'cancelled')),
        idempotency_key text not null, set_by uuid not null references staff_users, set_at timestamptz not null, ended_at timestamptz,
        unique (set_by, idempotency_key));
      create unique index absences_one_at_a_time on absences (staff_id) where state in ('planned', 'running');
      select open_agency_table('absences');

      create table absence_cases (
        client_id uuid not null references clients, absence_id uuid not null references absences, case_id uuid not null,
        stand_in uuid references staff_users, -- null: the shared queue
        given_at timestamptz not null, returned_at timestamptz, -- or what became of it otherwise was found
        primary key (client_id, absence_id, case_id), foreign key (client_id, case_id) references cases);
      create index absence_cases_of_case on absence_cases (client_id, case_id) where returned_at is null;
      select protect_tenant_table('absence_cases')`);
  }
}
