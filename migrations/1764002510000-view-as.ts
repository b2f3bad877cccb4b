import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Voir comme: a manager looks through another user's eyes, read-only; who, whom, why and when stay on record. */
export class ViewAs1764002510000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table staff_views (
        id uuid primary key default uuidv7(), viewer_id uuid not null references staff_users, audience text not null check (audience in ('agency', 'client')),
        viewed_id uuid not null, client_id uuid references clients, viewed_name text not null, reason text not null check (length(reason) between 5 and 300),
        started_at timestamptz not null, until_at timestamptz not null, ended_at timestamptz,
        check ((audience = 'client') = (client_id is not null)));
      create index staff_views_newest on staff_views (started_at desc);
      select open_agency_table('staff_views');
      revoke delete on staff_views from amiable_agency;
      alter table sessions add view_id uuid references staff_views on delete cascade`);
  }
}
