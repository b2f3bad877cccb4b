import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** The outbox (after-effects, written with the change they follow) and the answers of idempotent requests. */
export class CreateOutbox1763900900000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table outbox (
        client_id uuid not null references clients, id uuid not null default uuidv7(), topic text not null, dedup_key text not null,
        payload jsonb not null, not_before timestamptz not null default now(), attempts int not null default 0,
        done_at timestamptz, dead_at timestamptz, error text, created_at timestamptz not null default now(),
        primary key (client_id, id), unique (client_id, dedup_key)) with (fillfactor = 80);
      create index outbox_waiting on outbox (topic, not_before) where done_at is null and dead_at is null; -- one worker serves all clients
      create index outbox_done on outbox (done_at) where done_at is not null; -- swept after a month
      select protect_tenant_table('outbox');
      create function wake_worker() returns trigger language plpgsql as $$
      begin perform pg_notify('amiable_work', tg_table_name); return null; end $$;
      create trigger outbox_wakes after insert on outbox for each statement execute function wake_worker();
      create trigger inbox_wakes after insert on inbox_events for each statement execute function wake_worker();
      create table idempotency_keys (
        client_id uuid not null references clients, actor_id uuid not null, key text not null check (length(key) between 8 and 255),
        operation text not null, request_hash bytea not null, answer jsonb, created_at timestamptz not null default now(),
        primary key (client_id, actor_id, key));
      create index on idempotency_keys (created_at);
      select protect_tenant_table('idempotency_keys')`);
  }
}
