import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Suspensions say what kind they are; a debtor's word that a transfer is on its way; brands whose pages are shut. */
export class CreateTransferAnnouncements1764000500000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      -- What a hold is about, as a code the debtor's page has words for; the reason beside it is staff's own text.
      alter table cases add column hold_kind text;
      update cases set hold_kind = 'staff' where state = 'on_hold';
      grant insert (hold_kind), update (hold_kind) on cases to amiable_tenant, amiable_worker;
      alter table brands add column suspended_at timestamptz; -- its pages say so and take nothing
      create table transfer_announcements (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null,
        amount_minor bigint not null check (amount_minor > 0), currency text not null,
        made_on date not null, announced_on date not null, frozen_until date not null,
        state text not null check (state in ('open', 'received', 'expired', 'withdrawn')), created_at timestamptz not null,
        primary key (client_id, id), foreign key (client_id, case_id) references cases, check (frozen_until > announced_on));
      create unique index transfer_announcements_one_open on transfer_announcements (client_id, case_id) where state = 'open';
      create index transfer_announcements_of_case on transfer_announcements (client_id, case_id, announced_on desc);
      create index transfer_announcements_waiting on transfer_announcements (frozen_until) where state = 'open'; -- the daily run goes over all clients
      select protect_tenant_table('transfer_announcements')`);
  }
}
