import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Limites du mandat: how far ahead a debtor may promise by himself or name his payment run, and how long the client has for a dispute; days. */
export class LimitPromisesAndAnswers1764001100000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table mandates
        add promise_days int not null default 30 check (promise_days between 1 and 60),
        add payment_run_days int not null default 45 check (payment_run_days between 1 and 60),
        add dispute_answer_days int not null default 14 check (dispute_answer_days between 1 and 60)`);
  }
}
