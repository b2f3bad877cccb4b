import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Alertes: what a manager wants to be told of, what was raised, what became of it, and how a payer's score stood when it was last looked at. */
export class RaiseAlerts1764001410000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table alert_rules (
        kind text primary key check (kind in ('broken_promise', 'instalment_missed', 'dispute_deadline', 'falling_score', 'limit_passed')),
        enabled boolean not null default true, threshold int not null check (threshold between 0 and 100000000));
      select open_agency_table('alert_rules');
      insert into alert_rules (kind, threshold) values ('broken_promise', 0), ('instalment_missed', 0), ('dispute_deadline', 2), ('falling_score', 15), ('limit_passed', 10000);
      -- Until when a member of staff has seen the alerts: what came after is new to him.
      create table alert_looks (staff_id uuid primary key, seen_at timestamptz not null);
      select open_agency_table('alert_looks');

      -- One thing is told once: the subject names what it is about.
      create table alerts (
        client_id uuid not null references clients, id uuid not null default uuidv7(), case_id uuid not null, kind text not null references alert_rules (kind),
        subject text not null check (length(subject) between 1 and 120), facts jsonb not null default '{}', raised_at timestamptz not null,
        until_on date, reason text check (length(reason) between 1 and 500), settled_by uuid, settled_at timestamptz, dismissed_at timestamptz,
        primary key (client_id, id), unique (client_id, kind, subject), foreign key (client_id, case_id) references cases,
        check ((settled_at is null) = (reason is null)));
      create index alerts_of_case on alerts (client_id, case_id);
      -- Led by the day: the bell goes across clients by design.
      create index alerts_open on alerts (raised_at desc, id) where dismissed_at is null;
      select protect_tenant_table('alerts');

      create table payer_scores (
        client_id uuid not null, debtor_id uuid not null, score smallint not null check (score between 0 and 100), scored_on date not null,
        primary key (client_id, debtor_id), foreign key (client_id, debtor_id) references debtors);
      select protect_tenant_table('payer_scores');

      create function tell_alerts() returns trigger language plpgsql as $$
      declare told record;
      begin
        for told in select client_id, count(distinct case_id) as cases from added group by client_id loop
          if told.cases > 50 then
            perform pg_notify('amiable_live', 'many ' || told.client_id);
          else
            perform pg_notify('amiable_live', 'case ' || client_id || ' ' || case_id || ' agency') from added where client_id = told.client_id group by client_id, case_id;
          end if;
        end loop;
        return null;
      end $$;
      create trigger alerts_told_live after insert on alerts referencing new table as added for each statement execute function tell_alerts()`);
  }
}
