import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Scénarios à piloter: versions of one line (draft, active, retired), segments that choose the line, steps with a mode and conditions, proposals. */
export class SteerScenarios1764003000000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table scenarios
        add column line_id uuid,
        add column state text check (state in ('draft', 'active', 'retired')),
        add column created_by uuid,
        add column activated_by uuid,
        add column activated_at timestamptz,
        add column retired_at timestamptz,
        add column revision int not null default 1; -- of a draft: nobody overwrites what a colleague saved
      update scenarios set line_id = id, state = case when active then 'active' else 'retired' end, activated_at = created_at;
      alter table scenarios alter column line_id set not null, alter column state set not null, drop column active,
        drop constraint scenarios_client_id_name_version_key, add unique (client_id, line_id, version);
      create unique index scenarios_one_active on scenarios (client_id, line_id) where state = 'active';
      create unique index scenarios_one_draft on scenarios (client_id, line_id) where state = 'draft';

      alter table scenario_steps
        add column mode text not null default 'automatic' check (mode in ('automatic', 'confirmed', 'manual')),
        add column least_open_minor bigint not null default 0 check (least_open_minor >= 0),
        add column only_kind text check (only_kind in ('company', 'person')),
        add column only_silent boolean not null default false, -- passed over when the debtor has said something since the former step
        drop constraint scenario_steps_channel_check, drop constraint scenario_steps_check,
        add check (channel in ('email', 'letter', 'call', 'task')),
        add check ((channel in ('call', 'task')) = (template is null)),
        add check (mode = 'automatic' or template is not null);

      alter table actions drop constraint actions_channel_check, drop constraint actions_state_check,
        add check (channel in ('email', 'letter', 'call', 'task')),
        add check (state in ('proposed', 'due', 'done', 'cancelled', 'failed')),
        add column decided_by uuid, add column decided_at timestamptz;
      create index actions_proposed on actions (client_id, case_id) where state = 'proposed';

      -- First match in the order of position wins; the last has no condition, so that every case has a scenario.
      create table segments (
        client_id uuid not null references clients, id uuid not null, position int not null, name text not null check (length(name) between 1 and 80),
        line_id uuid not null, debtor_kind text check (debtor_kind in ('company', 'person')),
        least_minor bigint check (least_minor >= 0), most_minor bigint check (most_minor >= 0),
        least_score smallint check (least_score between 0 and 100), most_score smallint check (most_score between 0 and 100),
        languages text[] check (cardinality(languages) > 0), tags text[] check (cardinality(tags) > 0), payment_methods text[] check (cardinality(payment_methods) > 0),
        primary key (client_id, id), unique (client_id, position), check (least_minor <= most_minor), check (least_score <= most_score));
      select protect_tenant_table('segments');
      insert into segments (client_id, id, position, name, line_id)
        select distinct on (client_id) client_id, uuidv7(), 1, 'Tous les dossiers', line_id from scenarios where state = 'active' order by client_id, created_at desc;
      alter table schedules add column segment_id uuid;

      -- Champion et challenger: who gets which is drawn from the ids, written down the first time a case is scheduled, and stays.
      create table experiments (
        client_id uuid not null references clients, id uuid not null, name text not null check (length(name) between 1 and 80),
        line_id uuid not null, challenger_line_id uuid, -- null: a hold-out alone
        challenger_percent smallint not null check (challenger_percent between 0 and 90), holdout_percent smallint not null check (holdout_percent between 0 and 50),
        horizon_days smallint not null check (horizon_days between 7 and 180), started_on date not null, ended_on date, started_by uuid, reason text,
        primary key (client_id, id), check (challenger_percent + holdout_percent between 1 and 90), check ((challenger_line_id is null) = (challenger_percent = 0)),
        check (challenger_line_id is distinct from line_id));
      create unique index experiments_one_of_line on experiments (client_id, line_id) where ended_on is null;
      select protect_tenant_table('experiments');
      create table experiment_cases (
        client_id uuid not null, case_id uuid not null, experiment_id uuid not null, arm text not null check (arm in ('champion', 'challenger', 'holdout')),
        assigned_on date not null, open_minor bigint not null, currency text not null,
        primary key (client_id, case_id, experiment_id), foreign key (client_id, experiment_id) references experiments, foreign key (client_id, case_id) references cases);
      create index experiment_cases_of on experiment_cases (client_id, experiment_id, arm);
      select protect_tenant_table('experiment_cases');

      -- What printing and posting one letter costs the agency; a setting, not a tariff.
      alter table agency add column letter_cost_minor bigint not null default 180 check (letter_cost_minor >= 0);

      create or replace function case_score(open_minor bigint, days_late int, why text) returns bigint language sql immutable parallel safe as $$
        select greatest(open_minor, 0) * greatest(60 - greatest(days_late, 0) / 6, 5) / 100
          * case why when 'call_back' then 20 when 'not_me' then 18 when 'hardship' then 18 when 'payment_claimed' then 17 when 'debtor_wrote' then 17
              when 'broken_promise' then 16 when 'dispute_answered' then 14 when 'contact_change' then 13
              when 'call_step' then 12 when 'manual_step' then 12 when 'task_step' then 12 else 10 end / 10
      $$`);
  }
}
