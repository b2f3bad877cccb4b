import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Tours de relance: a scenario that has ended begins anew for invoices that came later; a cancelled step may be taken again. */
export class AddRounds1764000800000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table schedules add column round smallint not null default 1;
      alter table actions add column round smallint not null default 1;
      drop index actions_once;
      create unique index actions_once on actions (client_id, case_id, scenario_id, round, step_no)
        where scenario_id is not null and state <> 'cancelled'`);
  }
}
