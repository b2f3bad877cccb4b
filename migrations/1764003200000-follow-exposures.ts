import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/**
 * Encours suivis: what each debtor with a limit of his own owes, as it stood after the last thing that happened, so that lists and alerts need
 * not add it up again; a warning before a limit is passed; and each alert is in one digest, whenever in the day it was raised.
 */
export class FollowExposures1764003200000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- One row for all joined rows of a debtor, by the row the others are joined to.
      create table exposures (
        client_id uuid not null, debtor_id uuid not null, limit_id uuid not null, exposure_minor bigint not null, looked_at timestamptz not null,
        primary key (client_id, debtor_id), foreign key (client_id, debtor_id) references debtors, foreign key (client_id, limit_id) references credit_limits);
      select protect_tenant_table('exposures');
      -- What is known already is told to whoever works next.
      insert into outbox (client_id, topic, dedup_key, payload, not_before)
      select client_id, 'exposure.changed', 'exposure:first', '{}', now() from credit_limits group by client_id;

      alter table alert_rules drop constraint alert_rules_kind_check,
        add check (kind in ('broken_promise', 'instalment_missed', 'dispute_deadline', 'falling_score', 'limit_near', 'limit_passed', 'insolvency'));
      insert into alert_rules (kind, threshold) values ('limit_near', 90);

      alter table alerts add mailed_at timestamptz;
      update alerts set mailed_at = raised_at;
      create index alerts_unmailed on alerts (raised_at) where mailed_at is null`);
  }
}
