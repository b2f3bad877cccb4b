import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** What happens is told to whoever has it open, and who stands on which case: notices carry ids only, and leave with the commit. */
export class TellLive1764000700000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create function tell_live() returns trigger language plpgsql as $$
      declare told record;
      begin
        for told in select client_id, count(distinct case_id) as cases from added group by client_id loop
          if told.cases > 50 then -- a set: whoever looks at this client reads again
            perform pg_notify('amiable_live', 'many ' || told.client_id);
          else
            perform pg_notify('amiable_live', 'case ' || client_id || ' ' || case_id || ' ' || case when bool_or(client_sees) then 'all' else 'agency' end)
            from added where client_id = told.client_id group by client_id, case_id;
          end if;
        end loop;
        return null;
      end $$;
      create trigger timeline_told_live after insert on timeline_events referencing new table as added
        for each statement execute function tell_live();

      -- A session that ends, and a person whose reach changes: every open stream asks again who it belongs to.
      create function tell_reach() returns trigger language plpgsql as $$
      begin perform pg_notify('amiable_live', 'reach'); return null; end $$;
      create trigger sessions_told_live after delete on sessions for each statement execute function tell_reach();
      create trigger staff_told_live after update on staff_users for each statement execute function tell_reach();
      create trigger client_users_told_live after update on client_users for each statement execute function tell_reach();

      create table presences (
        client_id uuid not null references clients, case_id uuid not null, staff_id uuid not null, seat text not null check (length(seat) between 8 and 64),
        doing text not null check (doing in ('viewing', 'writing', 'away')), seen_at timestamptz not null,
        primary key (client_id, case_id, staff_id, seat), foreign key (client_id, case_id) references cases);
      select protect_tenant_table('presences')`);
  }
}
