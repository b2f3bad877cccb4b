import type { ReadDb } from '@amiable/platform';
import { castId, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import fc from 'fast-check';

/** R-6 of trust.md: by direct SQL, as the roles the processes sign in with, nothing false gets into the ledger. */
let test: TestDatabase;
let cast: Cast;
let serial = 0;

type Line = readonly [account: string, minor: bigint | number];
type Work = (db: ReadDb) => Promise<unknown>;

const newEntryId = () => castId(`attack ${(serial += 1)}`);

/** An entry and its lines, each by one statement, as any client of the database could send them. */
async function post(
  db: ReadDb,
  lines: readonly Line[],
  place: { id?: string; book?: string; clientId?: string; lineClientId?: string; entry?: boolean } = {},
): Promise<string> {
  const { id = newEntryId(), book = 'trust', clientId = cast.a.id, entry = true } = place;
  const lineClientId = place.lineClientId ?? clientId;
  if (entry) {
    await db.rows(
      `insert into ledger_entries (client_id, id, book, kind, source_kind, source_id, currency, effective_on) values ($1, $2, $3, 'attack', 'attack', $4, 'EUR', '2026-11-02')`,
      [clientId, id, book, String((serial += 1))],
    );
  }
  if (lines.length > 0) {
    await db.rows(
      `insert into ledger_lines (client_id, entry_id, line_no, account, amount_minor)
       select $1, $2, (select count(*) from ledger_lines where client_id = $1 and entry_id = $2) + n, account, minor
       from unnest($3::text[], $4::bigint[]) with ordinality as l(account, minor, n)`,
      [lineClientId, id, lines.map(([account]) => account), lines.map(([, minor]) => String(minor))],
    );
  }
  return id;
}

const roles = {
  tenant: <T>(work: (db: ReadDb) => Promise<T>) => test.database.inTenant(cast.a.id, work),
  worker: <T>(work: (db: ReadDb) => Promise<T>) => test.database.acrossClientsAsWorker(work),
  agency: <T>(work: (db: ReadDb) => Promise<T>) => test.database.acrossClients('all', work),
  auditor: <T>(work: (db: ReadDb) => Promise<T>) => test.database.acrossClientsAsAuditor(work),
};
type RoleName = keyof typeof roles;
const roleNames = Object.keys(roles) as RoleName[];
const writers: RoleName[] = ['tenant', 'worker'];

/** The SQLSTATE an attack is refused with; `done` when the database let it through. */
async function attack(role: RoleName, work: Work): Promise<string> {
  try {
    await roles[role](work);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).message;
  }
}

const balances = () => test.owner(`select client_id, book, account, balance_minor from ledger_balances order by 1, 2, 3`);

let standing: string;
beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  standing = await roles.tenant((db) =>
    post(db, [
      ['BANK_TRUST', 10000n],
      ['CLIENT_PAYABLE', -10000n],
    ]),
  );
});
afterAll(() => test.close());

describe('a false entry', () => {
  const falsehoods: ReadonlyArray<readonly [string, string, Work]> = [
    [
      'does not add up to zero',
      '23514',
      (db) =>
        post(db, [
          ['BANK_TRUST', 100n],
          ['CLIENT_PAYABLE', -99n],
        ]),
    ],
    ['has one line', '23514', (db) => post(db, [['BANK_TRUST', 100n]])],
    [
      'has a line of zero',
      '23514',
      (db) =>
        post(db, [
          ['BANK_TRUST', 0n],
          ['CLIENT_PAYABLE', 0n],
        ]),
    ],
    ['has no lines', '23514', (db) => post(db, [])],
    ['gets a line later', '23514', (db) => post(db, [['BANK_TRUST', 100n]], { id: standing, entry: false })],
    [
      'gets two lines later that add up',
      '23514',
      (db) =>
        post(
          db,
          [
            ['BANK_TRUST', 100n],
            ['CLIENT_PAYABLE', -100n],
          ],
          { id: standing, entry: false },
        ),
    ],
    [
      'is written line by line',
      '23514',
      async (db) => {
        const id = await post(db, [['BANK_TRUST', 100n]]);
        await post(db, [['CLIENT_PAYABLE', -100n]], { id, entry: false });
      },
    ],
    [
      'has an own account in the trust book',
      '23514',
      (db) =>
        post(db, [
          ['BANK_OWN', 100n],
          ['FEE_INCOME', -100n],
        ]),
    ],
    [
      'has a trust account in the own book',
      '23514',
      (db) =>
        post(
          db,
          [
            ['BANK_TRUST', 100n],
            ['CLIENT_PAYABLE', -100n],
          ],
          { book: 'own' },
        ),
    ],
    [
      'stands across two books',
      '23514',
      (db) =>
        post(db, [
          ['BANK_TRUST', 100n],
          ['FEE_INCOME', -100n],
        ]),
    ],
    [
      'names a book that is none',
      '23514',
      (db) =>
        post(
          db,
          [
            ['BANK_TRUST', 100n],
            ['CLIENT_PAYABLE', -100n],
          ],
          { book: 'memo' },
        ),
    ],
    [
      'names an account that is none',
      '23514',
      (db) =>
        post(db, [
          ['POCKET', 100n],
          ['CLIENT_PAYABLE', -100n],
        ]),
    ],
    [
      'pays a client money that is not there',
      '23514',
      (db) =>
        post(db, [
          ['CLIENT_PAYABLE', 10001n],
          ['IN_TRANSIT', -10001n],
        ]),
    ],
    [
      'repeats an outside fact',
      '23505',
      async (db) => {
        for (let i = 0; i < 2; i++)
          await db.rows(
            `insert into ledger_entries (client_id, id, book, kind, source_kind, source_id, currency, effective_on) values ($1, $2, 'trust', 'attack', 'twice', 'x', 'EUR', '2026-11-02')`,
            [cast.a.id, newEntryId()],
          );
      },
    ],
  ];

  for (const role of writers) {
    it.each(falsehoods)(`that %s is refused to the ${role} (%s)`, async (_, code, work) => {
      const before = await balances();
      expect(await attack(role, work)).toBe(code);
      expect(await balances()).toEqual(before);
    });
  }

  it.each(['agency', 'auditor'] as const)('and any other is refused to the %s', async (role) => {
    expect(
      await attack(role, (db) =>
        post(db, [
          ['BANK_TRUST', 100n],
          ['CLIENT_PAYABLE', -100n],
        ]),
      ),
    ).toBe('42501');
  });

  it('of another client is refused to a tenant, and one that lies across two clients to everybody', async () => {
    const lines: Line[] = [
      ['BANK_TRUST', 100n],
      ['CLIENT_PAYABLE', -100n],
    ];
    expect(await attack('tenant', (db) => post(db, lines, { clientId: cast.b.id }))).toBe('42501');
    expect(await attack('tenant', (db) => post(db, lines, { lineClientId: cast.b.id }))).toBe('42501');
    expect(await attack('worker', (db) => post(db, lines, { lineClientId: cast.b.id }))).toBe('23503');
  });
});

it('what is rightful passes: money that is there is paid on, to the last cent and not one more', async () => {
  expect(
    await attack('worker', (db) =>
      post(db, [
        ['CLIENT_PAYABLE', 10000n],
        ['IN_TRANSIT', -10000n],
      ]),
    ),
  ).toBe('done');
  expect(
    await attack('worker', (db) =>
      post(db, [
        ['CLIENT_PAYABLE', 1n],
        ['IN_TRANSIT', -1n],
      ]),
    ),
  ).toBe('23514');
});

it('exactly the entries that add up get in, whatever lines are tried, and balances are their sums', async () => {
  const line = fc.tuple(fc.constantFrom('BANK_TRUST', 'PSP_CLEARING', 'DUE_TO_OWN', 'SUSPENSE_RECEIPTS', 'FEE_INCOME'), fc.bigInt(-3n, 3n));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 4 }), async (lines) => {
      const sound =
        lines.length >= 2 &&
        lines.every(([account, minor]) => minor !== 0n && account !== 'FEE_INCOME') &&
        lines.reduce((sum, [, minor]) => sum + minor, 0n) === 0n;
      expect(await attack('tenant', (db) => post(db, lines))).toBe(sound ? 'done' : '23514');
    }),
    { numRuns: 150 },
  );
  const wrong = await test.owner(
    `select * from (select e.book, l.account, sum(l.amount_minor) as minor from ledger_lines l join ledger_entries e on e.client_id = l.client_id and e.id = l.entry_id group by 1, 2) s
     full join ledger_balances b using (book, account) where s.minor is distinct from b.balance_minor`,
  );
  expect(wrong).toEqual([]);
});

describe('what is written stays', () => {
  const kept = [
    'ledger_entries',
    'ledger_lines',
    'movements',
    'allocations',
    'fees',
    'remittance_lines',
    'timeline_events',
    'documents',
    'ledger_balances',
    'import_rejections',
  ];
  const changes: ReadonlyArray<readonly [string, (table: string) => string]> = [
    ['UPDATE', (table) => `update ${table} set client_id = client_id`],
    ['DELETE', (table) => `delete from ${table}`],
    ['TRUNCATE', (table) => `truncate ${table} cascade`],
  ];
  for (const table of kept) {
    it.each(changes)(`%s on ${table} is refused to every role`, async (_, sql) => {
      for (const role of roleNames) expect([role, await attack(role, (db) => db.rows(sql(table)))]).toEqual([role, '42501']);
    });
  }

  it('also for the owner of the schema', async () => {
    for (const table of kept.slice(0, 8)) {
      for (const [, sql] of changes)
        await expect(test.owner(sql(table))).rejects.toMatchObject({ code: '42501', message: expect.stringContaining('APPEND_ONLY') });
    }
  });

  const wayRound: ReadonlyArray<readonly [string, string]> = [
    [
      'a balance written by hand',
      `insert into ledger_balances values ('${castId('client A')}', 'trust', 'BANK_TRUST', 'EUR', 1) on conflict (client_id, book, account, currency) do update set balance_minor = 1`,
    ],
    ['triggers switched off', `alter table ledger_lines disable trigger all`],
    ['triggers switched off for the session', `set session_replication_role = replica`],
    ['the role that keeps the balances', `set role amiable_ledger`],
    ['row security switched off and read', `alter table ledger_lines disable row level security`],
    [
      'the guarding function replaced',
      `create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
    ],
    ['a table of its own among ours', `create table public.attack (x int)`],
  ];
  it.each(wayRound)('%s is refused to every role', async (_, sql) => {
    for (const role of roleNames) expect([role, await attack(role, (db) => db.rows(sql))]).toEqual([role, '42501']);
  });
});

describe('with no tenant set', () => {
  it('a tenant and an agency session read no row of any tenant table', async () => {
    const tables = await test.owner<{ name: string }>(
      `select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid where p.polname = 'tenant' order by 1`,
    );
    expect(tables.length).toBeGreaterThan(25);
    const sql = tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`).join(' union all ');
    expect(await test.database.outsideClients((db) => db.rows(sql))).toEqual([]);
    expect(await test.database.acrossClients([], (db) => db.rows(sql))).toEqual([]);
    // After a transaction the setting is an empty text, not null: the same connection must not stumble over it.
    const client = await test.database.connect('amiable_tenant');
    await client.query(`begin; select set_config('app.client', '${cast.a.id}', true); commit`);
    expect((await client.query(sql)).rows).toEqual([]);
    await client.end();
    const agency = await test.database.connect('amiable_agency');
    expect((await agency.query(sql)).rows).toEqual([]);
    await agency.end();
  });
});
