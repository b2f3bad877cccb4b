import { Temporal } from '@amiable/kernel';
import { verifyInvariants } from '@amiable/insights';
import { openTestDatabase, type TestDatabase } from '@amiable/testing';
import { dayNumber } from './days';
import { Dice } from './dice';
import { demoLogins, loadDemo } from './index';
import { iban, siren, vatNumber } from './identifiers';
import { owed } from './open-cases';
import { tellStory } from './tell-story';

const today = Temporal.PlainDate.from('2026-11-23');

describe('the invented identifiers', () => {
  it('have the check digits of real ones', () => {
    expect(siren('73282932')).toBe('732829320');
    expect(vatNumber('732829320')).toBe('FR44732829320');
    const bban = (text: string) => BigInt(Array.from(`${text.slice(4)}${text.slice(0, 4)}`, (c) => Number.parseInt(c, 36)).join('')) % 97n;
    expect(bban(iban('00100', '00041027301'))).toBe(1n);
  });
});

describe('the story', () => {
  const facts = (seed: number, day: number) =>
    JSON.stringify(
      tellStory(new Dice(seed), day).cases.map((c) => [
        c.id,
        c.reference,
        c.opened,
        c.pays.map((p) => [p.day, p.minor]),
        c.done,
        c.next,
        c.promise?.due,
      ]),
    );

  it('is the same for the same seed and day', () => {
    expect(facts(7, dayNumber(today))).toBe(facts(7, dayNumber(today)));
    expect(facts(7, dayNumber(today))).not.toBe(facts(8, dayNumber(today)));
  });

  it('never takes more than is owed, on whatever day it is told', () => {
    for (let day = dayNumber(today); day < dayNumber(today) + 40; day += 3) {
      const { cases } = tellStory(new Dice(day), day);
      expect(cases.filter((c) => owed(c, day) < 0).map((c) => c.reference)).toEqual([]);
      expect(cases.filter((c) => c.invoices.some((invoice) => invoice.placed! < c.opened)).map((c) => c.reference)).toEqual([]);
    }
  });
});

describe('the demo', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
    await loadDemo({ settings: test.settings, today });
    test.clock.set(today.toString());
  }, 120_000);
  afterAll(() => test.close());

  const count = async (sql: string) => Number((await test.owner<{ n: string }>(`select count(*) as n from ${sql}`))[0]!.n);

  it('keeps every invariant', async () => {
    expect((await verifyInvariants(test.database)).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('has something true for every screen', async () => {
    expect(await count(`invoices`)).toBeGreaterThan(1400);
    expect(await count(`debtors`)).toBe(303);
    expect(
      await count(`evidence e join documents d using (client_id, id) where d.kind = 'evidence' and e.kind = 'invoice'`),
    ).toBeGreaterThan(100);
    expect(await count(`promises where state = 'open' and due_on = '${today.toString()}'`)).toBeGreaterThan(0);
    for (const sql of [
      `promises where state = 'broken' and due_on > '2026-11-16'`,
      `promises where state = 'kept'`,
      `disputes where state = 'open'`,
      `disputes where state = 'upheld'`,
      `plans where state = 'active'`,
      `plans where state = 'broken'`,
      `work_items where ready and why = 'call_back'`,
      `cases where state = 'on_hold'`,
      `cases where state = 'closed' and close_reason = 'paid'`,
      `movements where effective_on = '2026-11-23'`,
      `movements where kind = 'refund'`,
      `movements where kind = 'chargeback'`,
      `messages where sent_at > '2026-11-16'`,
      `remittances where state = 'ordered'`,
      `remittances where state = 'paid_out'`,
      `imports where state = 'previewed'`,
      `import_rejections`,
      ...['already_paid', 'call_back', 'hardship', 'not_me', 'contact_change', 'message', 'dispute'].map(
        (kind) => `answers where kind = '${kind}' and state = 'open'`,
      ),
      `debtors where care_until > '2026-11-23'`,
      ...['manager', 'client'].map((approver) => `plans where state = 'requested' and approver = '${approver}'`),
      ...['grand compte', 'étranger', 'sans e-mail', 'priorité'].map((tag) => `case_tags where tag = '${tag}'`),
      `templates where state = 'active'`,
      `templates where state = 'draft'`,
      `saved_views where is_shared`,
      `saved_views where not is_shared`,
      `brands where version > 1`,
      `brands where suspended_at is not null`,
      `brand_hosts where state = 'pending'`,
      `(select case_id from invoices where amount_minor > settled_minor group by 1 having count(*) between 250 and 300)`,
      `schedules where due_on = '2026-11-23'`,
      `debtors where email is null`,
      ...['en', 'de', 'it', 'es', 'nl'].map((language) => `debtors where language = '${language}'`),
    ])
      expect([sql, await count(sql)]).not.toEqual([sql, 0]);
  });

  it('says who may sign in and where a debtor may look, also later', async () => {
    const logins = await demoLogins(test.database, test.settings);
    expect(logins.map(({ face }) => face)).toEqual([...Array(6).fill('agency'), ...Array(4).fill('client'), ...Array(5).fill('debtor')]);
    expect(logins.at(-1)!.who).toMatch(/^postcode \S+ {2}.*, [a-z]{2}, \d+ invoices: [0-9A-Z-]{14} [A-Z0-9-]+$/); // all that the door asks for
    expect(logins.at(-1)!.url).toMatch(/^http.*\/b\/[a-z-]+\/p\/[\w-]{27}$/);
  });

  it('is never loaded over anything', async () => {
    await expect(loadDemo({ settings: test.settings, today })).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
  });
});
