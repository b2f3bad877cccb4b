import '../../apps/api/app.module';
import { tablesOutsideTenancy, verifyInvariants } from '@amiable/insights';
import { openTestDatabase, type TestDatabase } from '@amiable/testing';
import { DataSource, getMetadataArgsStorage, type EntityMetadata } from 'typeorm';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly filled: boolean;
}

/** The migrated tables: each behind the wall between clients, and as the entities say. */
describe('tables', () => {
  let test: TestDatabase;
  let columns: Column[];
  let entities: EntityMetadata[];

  beforeAll(async () => {
    test = await openTestDatabase();
    columns = await test.owner<Column>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as filled
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
    const source = new DataSource({
      type: 'postgres',
      url: test.url,
      installExtensions: false,
      entities: getMetadataArgsStorage().tables.map((table) => table.target),
    });
    await source.initialize();
    entities = source.entityMetadatas;
    await source.destroy();
  });
  afterAll(() => test.close());

  const tenancy = async () => (await verifyInvariants(test.database)).filter(({ name }) => /^(tenancy|roles)\./.test(name));

  it('have client_id and forced row-level security, or stand on the list of tablesOutsideTenancy with a reason', async () => {
    expect(
      (await tenancy())
        .filter(({ ok }) => !ok)
        .map(
          ({ name, detail }) =>
            `${name}: ${detail}. Call protect_tenant_table('<table>') in the migration; only what is known before the client is stands on tablesOutsideTenancy (libs/insights), with its reason.`,
        ),
    ).toEqual([]);
    const tables = new Set(columns.map(({ table }) => table));
    expect(
      Object.entries(tablesOutsideTenancy)
        .filter(([name, reason]) => !tables.has(name) || reason.length < 15)
        .map(([name]) => `tablesOutsideTenancy names ${name}, which is no table or has no reason: take it off.`),
    ).toEqual([]);
  });

  it('would be missed there if they did not', async () => {
    for (const [ddl, name] of [
      ['create table planted (id uuid primary key)', 'planted'],
      [
        'create table planted_open (client_id uuid not null references clients, id uuid, primary key (client_id, id)); grant select on planted_open to amiable_tenant',
        'planted_open',
      ],
    ] as const) {
      await test.owner(ddl);
      expect(
        (await tenancy())
          .filter(({ ok }) => !ok)
          .map(({ detail }) => detail)
          .join(),
      ).toContain(name);
      await test.owner(`drop table ${name}`);
    }
    expect((await tenancy()).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('are what the entities say: columns, types, what may be null', () => {
    const typeOf = (type: unknown, isArray: boolean): string => {
      const names: Record<string, string> = {
        timestamptz: 'timestamp with time zone',
        int: 'integer',
        int4: 'integer',
        smallint: 'smallint',
        varchar: 'text',
        bool: 'boolean',
        'character varying': 'text',
      };
      const name = type === String ? 'text' : type === Boolean ? 'boolean' : type === Number ? 'integer' : String(type);
      return `${names[name] ?? name}${isArray ? '[]' : ''}`;
    };
    const faults: string[] = [];
    for (const { tableName, columns: mapped, name } of entities) {
      const there = columns.filter(({ table }) => table === tableName);
      if (there.length === 0) faults.push(`${name} maps ${tableName}, which no migration makes.`);
      for (const column of mapped) {
        const found = there.find((one) => one.name === column.databaseName);
        const where = `${name}.${column.propertyName} (${tableName}.${column.databaseName})`;
        if (!found) faults.push(`${where} has no column: write a migration or take it off the entity.`);
        else {
          const wanted = typeOf(column.type, column.isArray);
          if (found.type.replace(/\(.*\)/, '') !== wanted.replace(/\(.*\)/, ''))
            faults.push(`${where} is ${wanted} in the entity and ${found.type} in the table: make them agree.`);
          if (found.nullable !== column.isNullable)
            faults.push(
              `${where} may ${column.isNullable ? '' : 'not '}be null in the entity, and ${found.nullable ? 'may' : 'may not'} in the table: make them agree.`,
            );
        }
      }
      for (const column of there) {
        if (mapped.some((one) => one.databaseName === column.name) || column.nullable || column.filled) continue;
        faults.push(
          `${tableName}.${column.name} must be filled and ${name} does not know it: no row could be inserted through the entity.`,
        );
      }
      const key = mapped.filter((column) => column.isPrimary).map((column) => column.databaseName);
      if (!(tableName in tablesOutsideTenancy) && key[0] !== 'client_id')
        faults.push(`${name} has the key ${key.join(', ')}: every key begins with client_id.`);
    }
    expect(faults).toEqual([]);
    expect(entities.length).toBeGreaterThanOrEqual(9);
  });

  it('keep money as bigint named *_minor, and instants with their zone', () => {
    const faults = columns.filter(
      ({ name, type }) =>
        (name.endsWith('_minor') && type !== 'bigint') ||
        /^(real|double precision|money)$/.test(type) ||
        type === 'timestamp without time zone' ||
        (/_at$/.test(name) && type !== 'timestamp with time zone') ||
        (/_on$/.test(name) && type !== 'date'),
    );
    expect(
      faults.map(
        ({ table, name, type }) =>
          `${table}.${name} is ${type}: money is bigint in minor units, instants are timestamptz named _at, days are date named _on.`,
      ),
    ).toEqual([]);
  });
});
