import { type Database, TenantDb } from '@amiable/platform';
import type pg from 'pg';

/** One transaction of one client company on a connection of its own, for COPY and temporary tables. */
export interface TenantConnection {
  readonly client: pg.Client;
  readonly db: TenantDb;
}

const tries = 3;

/** `inTenant` on a raw connection; what fails undoes the whole, a deadlock is tried again. */
export async function onTenantConnection<T>(
  database: Database,
  clientId: string,
  work: (connection: TenantConnection) => Promise<T>,
): Promise<T> {
  const client = await database.connect('amiable_tenant');
  client.on('error', () => undefined); // the statement that runs meets it too
  try {
    // Sorts and hashes of a whole file stay in memory; a wait for another import of the client ends some day.
    await client.query(
      `set work_mem = '64MB'; set temp_buffers = '32MB'; set jit = off; set synchronous_commit = on; set lock_timeout = '10min'`,
    );
    for (let attempt = 1; ; attempt++) {
      try {
        return await transaction(client, new TenantDb(managerOf(client), database.clock, clientId), work);
      } catch (error) {
        if (attempt >= tries || !isWorthRetrying(error)) throw error;
      }
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function transaction<T>(client: pg.Client, db: TenantDb, work: (connection: TenantConnection) => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query(`select set_config('app.client', $1, true)`, [db.clientId]);
    const result = await work({ client, db });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** As much of TypeORM's manager as explicit SQL needs. */
function managerOf(client: pg.Client): TenantDb['em'] {
  const manager = { query: async (sql: string, params?: unknown[]) => (await client.query(sql, params)).rows };
  return manager as unknown as TenantDb['em'];
}

const fewLines = 1_000;

/**
 * Lets statements over many lines join by hash or merge only: right after an import the planner knows nothing yet of
 * its rows, and a nested loop chosen for one row would run for each of a hundred thousand.
 */
export async function joiningByHash<T>(db: TenantDb, lines: number, work: () => Promise<T>): Promise<T> {
  if (lines <= fewLines) return work();
  await db.rows(`set local enable_nestloop = off`);
  const result = await work();
  await db.rows(`set local enable_nestloop = on`);
  return result;
}

function isWorthRetrying(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === '40001' || code === '40P01';
}
