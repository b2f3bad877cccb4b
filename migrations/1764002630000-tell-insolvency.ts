import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** A debtor that has become insolvent or over-indebted is news for the whole house: claims are declared within a term. */
export class TellInsolvency1764002630000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table alert_rules drop constraint alert_rules_kind_check,
        add check (kind in ('broken_promise', 'instalment_missed', 'dispute_deadline', 'falling_score', 'limit_passed', 'insolvency'));
      insert into alert_rules (kind, threshold) values ('insolvency', 0)`);
  }
}
