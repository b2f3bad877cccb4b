import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Promises are judged as the mandate says: days of grace for the bank, and how much may be missing for a promise that counts as kept. */
export class PromisePolicy1764002620000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table mandates add promise_grace_days int not null default 2 check (promise_grace_days between 0 and 30),
        add promise_tolerance_percent numeric(5, 2) not null default 0 check (promise_tolerance_percent between 0 and 20);
      alter table promises add tolerance_minor bigint not null default 0 check (tolerance_minor >= 0 and tolerance_minor < amount_minor)`);
  }
}
