import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** The limit stands beside what is owed, with the share that is used: the few debtors at their limit are found by an index, not among all that have one. */
export class MeasureExposures1764003220000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table exposures add limit_minor bigint, add currency text, add valid_until date;
      update exposures e set limit_minor = l.amount_minor, currency = l.currency, valid_until = l.valid_until
        from credit_limits l where l.client_id = e.client_id and l.id = e.limit_id;
      -- Percent, rounded down; of a limit of nothing any debt is beyond all measure.
      alter table exposures alter limit_minor set not null, alter currency set not null,
        add used_percent int not null generated always as (
          case when limit_minor > 0 then least(exposure_minor * 100 / limit_minor, 1000000) when exposure_minor > 0 then 1000000 else 0 end) stored;
      -- Led by the share: lists of the desk go across clients by design.
      create index exposures_by_use on exposures (used_percent);

      -- Functions, so that the planner knows the limit of the house when it estimates how few cases are above it; null: the house has none.
      create function house_limit_minor() returns bigint language plpgsql stable as $$
      begin return (select threshold * 100::bigint from alert_rules where kind = 'limit_passed' and enabled); end $$;
      create function near_share() returns int language plpgsql stable as $$
      begin return (select threshold from alert_rules where kind = 'limit_near'); end $$`);
  }
}
