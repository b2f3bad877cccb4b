import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Objectifs: what a collector is to collect and to call in a month, from that month on until another is set; and the way to a month's calls. */
export class SetCollectorGoals1764002500000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table collector_goals (
        staff_id uuid not null references staff_users, month date not null check (extract(day from month) = 1),
        collected_minor bigint check (collected_minor > 0), calls int check (calls > 0), set_by uuid not null, set_at timestamptz not null,
        primary key (staff_id, month));
      select open_agency_table('collector_goals');
      create index actions_by_staff on actions (client_id, done_at) where state = 'done' and staff_id is not null`);
  }
}
