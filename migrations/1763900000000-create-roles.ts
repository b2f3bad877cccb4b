import { createHmac } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The four database roles of Amiable and the function every tenant table is protected with.
 *
 * - `amiable_tenant`: one client company at a time (client users, debtors, and every single write of the agency).
 * - `amiable_agency`: a collector's portfolio, for lists that go across clients.
 * - `amiable_worker`: set-based jobs over all clients.
 * - `amiable_auditor`: reads everything, writes nothing (`verify`).
 * - `amiable_ledger`: cannot sign in; owns the functions that keep the ledger's balances.
 */
export class CreateRoles1763900000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    const secret = process.env.AMIABLE_SECRET;
    if (!secret) throw new Error('AMIABLE_SECRET is not set: the passwords of the database roles are derived from it.');
    await run.query(`select pg_advisory_xact_lock(hashtext('amiable roles'))`); // roles belong to the server, not to one database
    for (const role of ['amiable_tenant', 'amiable_agency', 'amiable_worker', 'amiable_auditor']) {
      const password = createHmac('sha256', secret).update(`database role ${role}`).digest('hex');
      await run.query(`do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
      end $$`);
      await run.query(`alter role ${role} login nobypassrls password '${password}'`);
      await run.query(`grant usage on schema public to ${role}`);
    }
    await run.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'amiable_ledger') then create role amiable_ledger nologin; end if;
      execute format('grant temporary on database %I to amiable_tenant, amiable_worker', current_database());
      execute format('grant amiable_ledger to %I', current_user);
    end $$`);
    await run.query(`grant usage, create on schema public to amiable_ledger`);
    await run.query(`revoke create on schema public from public`);

    await run.query(`
      create function protect_tenant_table(target regclass, append_only boolean default false) returns void
      language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        -- The sub-selects become InitPlans: read once a statement, and index scans on client_id are kept.
        execute format('create policy tenant on %s to amiable_tenant
          using (client_id = (select nullif(current_setting(''app.client'', true), '''')::uuid))
          with check (client_id = (select nullif(current_setting(''app.client'', true), '''')::uuid))', target);
        execute format('create policy portfolio on %s to amiable_agency
          using ((select current_setting(''app.portfolio_all'', true)) = ''on''
              or client_id = any((select nullif(current_setting(''app.portfolio'', true), '''')::uuid[])::uuid[]))
          with check ((select current_setting(''app.portfolio_all'', true)) = ''on''
              or client_id = any((select nullif(current_setting(''app.portfolio'', true), '''')::uuid[])::uuid[]))', target);
        execute format('create policy worker on %s to amiable_worker using (true) with check (true)', target);
        execute format('create policy auditor on %s for select to amiable_auditor using (true)', target);
        execute format('grant select on %s to amiable_tenant, amiable_agency, amiable_worker, amiable_auditor', target);
        execute format('grant insert on %s to amiable_tenant, amiable_worker', target);
        if not append_only then
          execute format('grant update, delete on %s to amiable_tenant, amiable_worker', target);
        end if;
      end $$`);
    await run.query(`
      create function open_agency_table(target regclass) returns void language plpgsql as $$
      begin
        execute format('grant select, insert, update, delete on %s to amiable_tenant, amiable_agency, amiable_worker', target);
        execute format('grant select on %s to amiable_auditor', target);
      end $$`);
    await run.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'APPEND_ONLY: rows of % are never changed or removed; post a correcting row', tg_table_name
          using errcode = 'insufficient_privilege';
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
