import type { TenantDb } from '@amiable/platform';

/** What a day writes, with the keys its statements lean on; `isEmpty`: only written, never read. */
const shadowed: ReadonlyArray<{ readonly table: string; readonly isEmpty?: true; readonly keys: readonly string[] }> = [
  { table: 'cases', keys: ['unique (client_id, id)'] },
  { table: 'scenarios', keys: ['unique (client_id, id)'] },
  { table: 'segments', keys: ['unique (client_id, position)'] },
  { table: 'experiment_cases', keys: ['unique (client_id, case_id, experiment_id)'] },
  { table: 'schedules', keys: ['unique (client_id, case_id)', '(due_on)'] },
  {
    table: 'actions',
    keys: [
      "unique (client_id, case_id, scenario_id, round, step_no) where scenario_id is not null and state <> 'cancelled'",
      '(client_id, case_id)',
      "(client_id, case_id) where state = 'proposed'",
    ],
  },
  { table: 'promises', keys: ['unique (client_id, id)', '(client_id, case_id)'] },
  { table: 'plans', keys: ['unique (client_id, id)', '(client_id, case_id)'] },
  { table: 'transfer_announcements', keys: [] },
  { table: 'work_items', keys: ['unique (client_id, case_id)'] },
  { table: 'messages', isEmpty: true, keys: [] },
  { table: 'outbox', isEmpty: true, keys: [] },
  { table: 'timeline_events', isEmpty: true, keys: [] },
  { table: 'run_skips', isEmpty: true, keys: ['unique (client_id, case_id, day)'] },
];

/**
 * Puts copies of this client's rows in front of the tables that a day writes, until the end of the transaction: PostgreSQL looks for a name
 * among temporary tables first. The statements of the daily run then work on the copies; nothing real is changed, held or told, as copies have
 * neither triggers nor watchers. Rows that the rehearsal adds carry `rehearsed`.
 */
export async function shadowTables(db: TenantDb): Promise<void> {
  for (const { table, isEmpty, keys } of shadowed) {
    await db.rows(`create temporary table ${table} (like public.${table} including defaults) on commit drop`);
    await db.rows(`alter table pg_temp.${table} add column rehearsed boolean not null default true`);
    if (!isEmpty) {
      const columns = await columnsOf(db, table);
      await db.rows(
        `insert into pg_temp.${table} (${columns}, rehearsed) select ${columns}, false from public.${table} where client_id = $1`,
        [db.clientId],
      );
    }
    for (const [i, key] of keys.entries()) {
      const isUnique = key.startsWith('unique ');
      await db.rows(`create ${isUnique ? 'unique ' : ''}index rehearsed_${table}_${i} on pg_temp.${table} ${key.replace(/^unique /, '')}`);
    }
    await db.rows(`analyze pg_temp.${table}`);
  }
}

/** Takes the copies away, so that others can be made in the same transaction. */
export async function dropShadows(db: TenantDb): Promise<void> {
  await db.rows(`drop table ${shadowed.map(({ table }) => `pg_temp.${table}`).join(', ')}`);
}

async function columnsOf(db: TenantDb, table: string): Promise<string> {
  const rows = await db.rows<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute where attrelid = ('public.' || $1)::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name).join(', ');
}
