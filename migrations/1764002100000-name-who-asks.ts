import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Approbations: who asked for a plan outside the mandate, so that nobody approves his own; and the limits above which it takes two persons. */
export class NameWhoAsks1764002100000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table plans add asked_by uuid, add asked_by_name text;
      update plans p set asked_by = e.actor_id, asked_by_name = e.actor_name from (
        select distinct on (client_id, case_id) client_id, case_id, actor_id, actor_name from timeline_events
        where kind = 'plan.requested' and actor_kind = 'staff' order by client_id, case_id, at desc) e
      where e.client_id = p.client_id and e.case_id = p.case_id and p.state = 'requested' and p.origin = 'staff';
      -- Led by what waits: the inbox of approvals goes across clients by design.
      create index plans_that_wait on plans (answer_by) where state = 'requested';
      create index refunds_that_wait on refunds (asked_at) where state = 'asked';
      create index plans_asked_by on plans (asked_by, answered_at) where asked_by is not null;
      create index refunds_asked_by on refunds (asked_by, decided_at);

      create table approval_limits (
        act text primary key check (act in ('refund')), from_minor bigint not null check (from_minor between 0 and 100000000),
        set_by_name text, set_at timestamptz);
      insert into approval_limits (act, from_minor) values ('refund', 20000);
      select open_agency_table('approval_limits')`);
  }
}
