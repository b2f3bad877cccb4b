import { readFile } from 'node:fs/promises';
import { openClient } from '@amiable/clients';
import { hashPassword } from '@amiable/identity';
import { newId } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import { activateStandardScenario } from '@amiable/strategies';
import { UsageError, type Operator } from './operator';
import { setUpFile, type SetUpFile } from './set-up-file';

/** `set-up --file F`: the agency, its staff and client companies from one JSON file; what is there already is left alone. */
export async function setUp(operator: Operator): Promise<void> {
  const path = operator.need('file');
  const file = await readSetUpFile(path);
  const done: string[] = [];
  await operator.database.acrossClientsAsWorker(async (db) => {
    if (file.agency) {
      const columns = Object.keys(file.agency)
        .map((column) => `"${column}"`)
        .join(', ');
      const made = await db.rows(
        `insert into agency (${columns}) select ${columns} from jsonb_populate_record(null::agency, $1::jsonb) on conflict do nothing returning name`,
        [JSON.stringify(file.agency)],
      );
      if (made.length > 0) done.push(`agency ${file.agency.name}`);
    }
  });
  for (const person of file.staff) {
    const hash = await hashPassword(operator.settings.AMIABLE_SECRET, person.password);
    const added = await operator.database.outsideClients(async (db) => {
      const id = newId();
      const made = await db.row(
        `insert into staff_users (id, email, name, role, language) values ($1, $2, $3, $4, $5) on conflict (email) do nothing returning id`,
        [id, person.email, person.name, person.role, person.language],
      );
      if (made)
        await db.rows(`insert into credentials (email, audience, user_id, password_hash) values ($1, 'agency', $2, $3)`, [
          person.email,
          id,
          hash,
        ]);
      return made;
    });
    if (added) done.push(`${person.role} ${person.email}`);
  }
  for (const client of file.clients) {
    const known = await operator.database.acrossClientsAsWorker((db) =>
      db.row(`select client_id from clients where siren = $1`, [client.siren]),
    );
    if (known) continue;
    await operator.database.inTenant(newId(), (db) => addClient(db, client, operator.settings.AMIABLE_SECRET));
    done.push(`client ${client.name} under /b/${client.brand.slug}`);
  }
  operator.print({ done }, done.length > 0 ? done.map((line) => `set up: ${line}`) : ['everything in the file is there already']);
}

async function addClient(db: TenantDb, client: SetUpFile['clients'][number], secret: string): Promise<void> {
  await openClient(db, client);
  await activateStandardScenario(db, client.mandate.hat);
  for (const user of client.users) {
    const id = newId();
    await db.rows(`insert into client_users (client_id, id, email, name, role, language) values ($1, $2, $3, $4, $5, $6)`, [
      db.clientId,
      id,
      user.email,
      user.name,
      user.role,
      user.language,
    ]);
    await db.rows(`insert into credentials (email, audience, user_id, client_id, password_hash) values ($1, 'client', $2, $3, $4)`, [
      user.email,
      id,
      db.clientId,
      await hashPassword(secret, user.password),
    ]);
  }
}

async function readSetUpFile(path: string): Promise<SetUpFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The file ${path} cannot be read`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
  const read = setUpFile.safeParse(json);
  if (!read.success)
    throw new UsageError(
      `${path} cannot be used:\n${read.error.issues.map((issue) => `  ${issue.path.join('.') || '(file)'}: ${issue.message}`).join('\n')}`,
    );
  return read.data;
}
