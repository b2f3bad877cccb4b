import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Voir comme: each look of a view stays on record and is never changed; of the view itself only its end is written later. */
export class KeepWhatViewsLookedAt1764002591000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table staff_view_looks (
        view_id uuid not null references staff_views, id uuid not null default uuidv7(), at timestamptz not null,
        what text not null check (length(what) between 1 and 200), primary key (view_id, id));
      grant select on staff_view_looks to amiable_tenant, amiable_agency, amiable_worker, amiable_auditor;
      grant insert on staff_view_looks to amiable_tenant;
      revoke update, delete on staff_views from amiable_tenant, amiable_agency, amiable_worker;
      grant update (ended_at) on staff_views to amiable_tenant;
      create index staff_views_of_client on staff_views (client_id, started_at desc) where client_id is not null;
      create trigger staff_view_looks_stay before update or delete or truncate on staff_view_looks for each statement execute function refuse_change();
      create trigger staff_views_stay before delete on staff_views for each statement execute function refuse_change()`);
  }
}
