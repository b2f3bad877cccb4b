import { setTimeout as pause } from 'node:timers/promises';
import { SetClock } from '@amiable/kernel';
import { Database, readSettings, type Row, type Settings } from '@amiable/platform';
import pg from 'pg';
import { castDay } from './cast-names';
import { asServerOwner, databaseName, dropDatabase, siblingUrl, templateName } from './template-database';

/** A database of this Jest worker alone, as the newest migration left it. */
export interface TestDatabase {
  readonly database: Database;
  readonly clock: SetClock;
  /** The address for the owner of the schema. */
  readonly url: string;
  readonly settings: Settings;
  /** Runs SQL as the owner of the schema, past every wall: for arranging and for proving. */
  owner<T = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly clock?: SetClock;
  /** Tells two databases of one spec file apart. */
  readonly name?: string;
  readonly settings?: Partial<Settings>;
  /** The server, when it is not the one of DATABASE_URL. */
  readonly serverUrl?: string;
}

/** Copies the template into a fresh database; a former one of this worker is dropped. */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const serverUrl = options.serverUrl ?? process.env.DATABASE_URL;
  if (!serverUrl) throw new Error('DATABASE_URL is not set: run the tests by `npm test`, which starts a database for them.');
  const name = `${databaseName(serverUrl)}_test_${process.env.JEST_WORKER_ID ?? '0'}${options.name ? `_${options.name}` : ''}`;
  await copyTemplate(serverUrl, name);

  const url = siblingUrl(serverUrl, name);
  const clock = options.clock ?? SetClock.at(castDay);
  const settings = testSettings(url, options.settings);
  const database = new Database(settings, clock);
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'amiable test owner' });
  pool.on('error', () => undefined); // the next spec file drops this database under idle connections
  return {
    database,
    clock,
    url,
    settings,
    owner: async <T>(sql: string, params: readonly unknown[] = []) => (await pool.query(sql, params as unknown[])).rows as T[],
    close: async () => {
      await database.close();
      await pool.end();
      await asServerOwner(serverUrl, (client) => dropDatabase(client, name));
    },
  };
}

async function copyTemplate(serverUrl: string, name: string): Promise<void> {
  await asServerOwner(serverUrl, async (client) => {
    await dropDatabase(client, name);
    for (let attempt = 1; ; attempt++) {
      try {
        await client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(templateName(serverUrl))}`);
        return;
      } catch (error) {
        // 55006: another worker is copying it at this moment.
        if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error;
        await pause(100);
      }
    }
  });
}

function testSettings(url: string, given: Partial<Settings> = {}): Settings {
  const settings = readSettings({
    SMTP_URL: 'smtp://127.0.0.1:1',
    STRIPE_SECRET_KEY: 'sk_test_nobody',
    STRIPE_WEBHOOK_SECRET: 'whsec_nobody',
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '4',
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: url,
  });
  return { ...settings, ...given };
}
