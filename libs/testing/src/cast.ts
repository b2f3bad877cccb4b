import { castAgency, castStaff } from './cast-agency';
import { castClient, clientA, clientB } from './cast-clients';
import type { CastCase, CastClient, Cast } from './cast.types';
import type { TestDatabase } from './test-database';

export type { Cast, CastCase, CastClient, CastPerson } from './cast.types';

/** Rows for one table; keys are columns. */
export type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>;

/** Inserts rows of one table in one statement; columns that the first row does not name keep their defaults. */
export async function plant(test: Pick<TestDatabase, 'owner'>, table: string, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!)
    .map((column) => `"${column}"`)
    .join(', ');
  const json = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
  await test.owner(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [json]);
}

/** Seats the cast in an empty database, as the owner of the schema; every day in it is counted from the clock's day. */
export async function seatCast(test: Pick<TestDatabase, 'owner' | 'clock' | 'settings'>): Promise<Cast> {
  const today = test.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate();
  const a = castClient(clientA, today, test.settings.AMIABLE_SECRET);
  const b = castClient(clientB, today, test.settings.AMIABLE_SECRET);
  const staff = castStaff(test.settings.AMIABLE_SECRET);
  await plant(test, 'agency', [castAgency]);
  await plant(test, 'staff_users', staff.rows);
  await plant(test, 'clients', [a.client, b.client]);
  await plant(test, 'client_users', [...a.users, ...b.users]);
  await plant(test, 'credentials', [...staff.credentials, ...a.credentials, ...b.credentials]);
  await plant(test, 'brands', [a.brand, b.brand]);
  await plant(test, 'brand_addresses', [a.address, b.address]);
  await plant(test, 'mandates', [a.mandate, b.mandate]);
  await plant(test, 'scenarios', [a.scenario, b.scenario]);
  await plant(test, 'scenario_steps', [...a.steps, ...b.steps]);
  await plant(test, 'segments', [a.segment, b.segment]);
  await plant(test, 'debtors', [...a.debtors, ...b.debtors]);
  await plant(test, 'cases', [...a.cases, ...b.cases]);
  await plant(test, 'invoices', [...a.invoices, ...b.invoices]);
  await plant(test, 'schedules', [...a.schedules, ...b.schedules]);
  await plant(test, 'work_items', [...a.workItems, ...b.workItems]);
  await plant(test, 'debtor_links', [...a.links, ...b.links]);
  return { agencyName: castAgency.name, staff: staff.people, a: a.told, b: b.told };
}

/** All cases of the cast. */
export function casesOf(...clients: CastClient[]): CastCase[] {
  return clients.flatMap((client) => client.cases);
}
