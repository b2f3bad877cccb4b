import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Noms d'hôte: which domains a brand asked for, how each proves itself, and since when it lives there. */
export class CreateBrandHosts1764000400020 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table brand_hosts (
        client_id uuid not null, id uuid not null, brand_id uuid not null, host text not null check (host = lower(host)),
        token text not null, state text not null check (state in ('pending', 'verified', 'revoked')),
        created_at timestamptz not null, created_by text not null, verified_at timestamptz, revoked_at timestamptz,
        primary key (client_id, id), foreign key (client_id, brand_id) references brands);
      create unique index brand_hosts_once on brand_hosts (client_id, host) where state <> 'revoked';
      select protect_tenant_table('brand_hosts')`);
  }
}
