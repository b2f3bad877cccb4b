import { migrate } from '@amiable/platform';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** The address of another database on the same server. */
export function siblingUrl(databaseUrl: string, name: string): string {
  const address = new URL(databaseUrl);
  address.pathname = `/${name}`;
  return address.href;
}

/** The name of the database an address leads to. */
export function databaseName(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
}

export function templateName(databaseUrl: string): string {
  return `${databaseName(databaseUrl)}_template`;
}

/** One connection to the server as the owner, for what no transaction may hold: CREATE and DROP DATABASE. */
export async function asServerOwner<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** SQLSTATEs of a moment: another session is in the database, or autovacuum is, which only a superuser may end by force. */
const busy = ['55006', '42501'];

/** Drops a database, with whoever still holds it; a plain DROP sends autovacuum away, which FORCE may not. */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)}${attempt % 2 === 1 ? ' with (force)' : ''}`);
      return;
    } catch (error) {
      if (!busy.includes((error as { code?: string }).code ?? '') || attempt === 40) throw error;
      await pause(50);
    }
  }
}

/** Makes the template anew with today's migrations; every test database is a copy of it. Answers its name. */
export async function migrateTemplate(databaseUrl: string): Promise<string> {
  const name = templateName(databaseUrl);
  await asServerOwner(databaseUrl, async (client) => {
    await dropDatabase(client, name);
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
  });
  await migrate(siblingUrl(databaseUrl, name));
  return name;
}
