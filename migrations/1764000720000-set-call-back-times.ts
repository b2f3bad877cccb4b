import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Call-backs at a time of the day, what snoozes say about the worth of a case, and keys of one's own. */
export class SetCallBackTimes1764000720000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table work_items
        add call_back_at timestamptz, -- the time the debtor agreed to
        add rank_percent int not null default 100 check (rank_percent between 20 and 100); -- what snoozes took off its worth
      create index work_items_call_backs on work_items (call_back_at) where call_back_at is not null;
      alter table staff_users add shortcuts jsonb not null default '{"letterKeys": true, "keys": {}}'`);
  }
}
