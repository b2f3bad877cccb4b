import { NotFound } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import { sharedColumns, type SharedData } from './joined-fields.rules';

export interface DebtorRow {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly joinedTo: string | null;
  readonly data: SharedData;
}

/** Holds two debtors in the order of their ids, whoever comes first. Throws NotFound. */
export async function lockBoth(db: TenantDb, one: string, other: string): Promise<readonly [DebtorRow, DebtorRow]> {
  const rows = await db.rows<DebtorRow>(
    `select id, kind, version, joined_to as "joinedTo", to_jsonb(d) as data from debtors d where client_id = $1 and id = any($2::uuid[]) order by id for no key update`,
    [db.clientId, [one, other]],
  );
  const of = (id: string) => {
    const found = rows.find((row) => row.id === id);
    if (!found) throw new NotFound('Debtor');
    return {
      ...found,
      data: Object.fromEntries(sharedColumns.map((name) => [name, (found.data as Record<string, unknown>)[name]])) as unknown as SharedData,
    };
  };
  return [of(one), of(other)];
}

/** Writes shared columns of a row; nothing becomes former by it, as nothing was corrected. */
export async function writeShared(db: TenantDb, debtorId: string, data: SharedData, joinedTo: string | null): Promise<void> {
  await db.rows(`select set_config('app.joining', 'on', true)`);
  await db.rows(
    `update debtors d set ${sharedColumns.map((name) => `${name} = r.${name}`).join(', ')}, joined_to = $4, version = d.version + 1
     from jsonb_populate_record(null::debtors, $3::jsonb) r where d.client_id = $1 and d.id = $2`,
    [db.clientId, debtorId, JSON.stringify(data), joinedTo],
  );
  await db.rows(`select set_config('app.joining', '', true)`);
}

/** A correction of one of several joined rows holds for all of them. */
export async function spreadToJoined(db: TenantDb, debtorId: string): Promise<void> {
  await db.rows(`select set_config('app.joining', 'on', true)`);
  await db.rows(
    `update debtors g set ${sharedColumns.map((name) => `${name} = d.${name}`).join(', ')}, version = g.version + 1
     from debtors d where d.client_id = $1 and d.id = $2 and g.client_id = $1 and g.id <> d.id
       and (g.id = d.joined_to or g.joined_to = d.id or g.joined_to = d.joined_to)`,
    [db.clientId, debtorId],
  );
  await db.rows(`select set_config('app.joining', '', true)`);
}
