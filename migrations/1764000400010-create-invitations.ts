import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Invitations: a link by which a client's user chooses a first password. Looked up by the hash of a secret before the tenant is known. */
export class CreateInvitations1764000400010 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table invitations (
        token_hash bytea primary key, client_id uuid not null, user_id uuid not null,
        created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz,
        foreign key (client_id, user_id) references client_users);
      create index on invitations (client_id, user_id);
      select open_agency_table('invitations')`);
  }
}
