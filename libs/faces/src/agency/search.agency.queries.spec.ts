import '../../../../apps/api/app.module';
import { verifyInvariants } from '@amiable/insights';
import { fromGlobalId, type Portfolio } from '@amiable/platform';
import { openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { readSearch } from './search.agency.queries';

let test: TestDatabase;
let cast: Cast;
const everywhere = () => 'all' as const;
const onlyA = () => [cast.a.id];

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  await test.owner(`update debtors set phone = '+33 6 12 34 56 78', siren = '910402759' where id = $1`, [cast.a.cases[0].debtorId]);
  await test.owner(`update debtors set name = 'Éléonore Müller-Lefèvre', city = 'Saint-Étienne' where id = $1`, [cast.a.cases[1].debtorId]);
});
afterAll(() => test.close());

const search = (text: string, portfolio: Portfolio = 'all') => test.database.acrossClients(portfolio, (db) => readSearch(db, text));
/** What was found, in a line each: group, name of the debtor, and why. */
const found = async (text: string, portfolio: Portfolio = 'all') => {
  const { cases, debtors, invoices } = await search(text, portfolio);
  return Object.entries({ cases, debtors, invoices }).flatMap(([group, hits]) =>
    hits.map(({ debtorName, matchedOn }) => `${group}: ${debtorName} by ${matchedOn}`),
  );
};
const martin = 'debtors: Boulangerie Martin by';
const lefevre = 'debtors: Éléonore Müller-Lefèvre by';

describe('one field finds a debtor', () => {
  it.each([
    ['martin', `${martin} name`],
    ['MARTIN BOULANGERIE', `${martin} name`],
    ['Société Boulangerie Martin', `${martin} name`],
    ['boul', `${martin} name`],
    ['martn', `${martin} alike`],
    ['matrin', `${martin} alike`],
    ['martinn', `${martin} alike`],
    ['boulangrie nartin', `${martin} alike`],
    ['lefevre', `${lefevre} name`],
    ['LEFÈVRE éléonore', `${lefevre} name`],
    ['muler', `${lefevre} alike`],
    ['lefevre saint-etienne', `${lefevre} both`],
    ['saint étienne', `${lefevre} both`],
    ['910 402 759', `${martin} name`],
    ['06 12 34 56 78', `${martin} phone`],
    ['0033612345678', `${martin} phone`],
    ['+33 6.12.34.56', `${martin} phone`],
    ['Compta1@alize-debiteur.example', `${martin} email`],
    ['compta1@ali', `${martin} email`],
  ])('%s', async (text, first) => expect((await found(text))[0]).toBe(first));

  it('and says so when there is none', async () => {
    for (const text of [
      'nulle part',
      'zzzzzz',
      '01 99 99 99 99',
      '   ',
      'x',
      "'; drop table cases; --",
      '\\',
      '%',
      '<script>',
      "''''!&|:*",
      '\u{10ffff}',
    ])
      expect([text, await found(text)]).toEqual([text, []]);
  });
});

describe('one field finds cases and invoices', () => {
  it('by a reference as people type it, whole or begun', async () => {
    const { reference, caseId } = cast.a.cases[0];
    for (const typed of [
      reference,
      reference.toLowerCase().replaceAll('-', ' '),
      reference.slice(0, 6),
      reference.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      const { cases } = await search(typed);
      expect(cases[0]).toMatchObject({ reference, matchedOn: 'reference' });
      expect(fromGlobalId('Case', cases[0]!.caseId).id).toBe(caseId);
    }
  });

  it('by an invoice number, its beginning or its end, however it is parted', async () => {
    const [invoice] = cast.a.cases[0].invoices; // FA-101
    for (const typed of ['FA-101', 'fa 101', 'FA10', 'A-101'])
      expect((await search(typed)).invoices[0]).toMatchObject({ matchedOn: 'number', matchedText: invoice!.number });
  });

  it('by an amount: of an invoice, and of all that is open', async () => {
    expect(await found('1 200,00 €')).toContain('invoices: Boulangerie Martin by amount');
    expect(await found('1200')).toContain('invoices: Boulangerie Martin by amount');
    expect(await found('1 533,33')).toContain('cases: Boulangerie Martin by amount');
  });

  it('with the brand, what is open and how many cases the debtor has', async () => {
    const [hit] = (await search('boulangerie martin')).debtors;
    expect(hit).toMatchObject({
      brand: { name: expect.any(String) },
      open: { amount: '1533.33', currency: 'EUR' },
      caseCount: 1,
      state: 'open',
    });
  });
});

describe('the search follows the rows', () => {
  it('a debtor renamed, and a phone changed, in the same transaction', async () => {
    const { debtorId } = cast.a.cases[2];
    await test.database.inTenant(cast.a.id, async (db) => {
      await db.rows(`update debtors set name = 'Carrosserie Quévilly', phone = '04 91 22 33 44' where client_id = $1 and id = $2`, [
        cast.a.id,
        debtorId,
      ]);
    });
    expect(await found('garage')).toEqual([]);
    expect(await found('quevily')).toEqual(['debtors: Carrosserie Quévilly by alike']);
    expect(await found('+33491223344')).toEqual(['debtors: Carrosserie Quévilly by phone']);
  });

  it('and verify proves that each word is known', async () => {
    const proof = async () => (await verifyInvariants(test.database)).find(({ name }) => name === 'search.knows_every_word')!;
    expect(await proof()).toMatchObject({ ok: true });
    const taken = await test.owner(`delete from search_vocabulary where word = 'martin' returning client_id, word`);
    expect(await proof()).toMatchObject({ ok: false, detail: expect.stringContaining('martin') });
    await plant(test, 'search_vocabulary', taken);
  });
});

describe('nobody finds what is not theirs', () => {
  const asked = () => [
    ...cast.b.cases.flatMap(({ reference, debtorName, email, invoices }) => [
      reference,
      debtorName,
      email ?? debtorName,
      invoices[0]!.number,
    ]),
    'scieri',
    'imprimrie',
    'dominique',
    '7777,77',
    '6543,21',
    '7 888,88',
    'marseille',
  ];

  it('a portfolio of A never sees B, whatever it asks', async () => {
    for (const text of asked()) {
      const result = await search(text, onlyA());
      for (const hit of [...result.cases, ...result.debtors, ...result.invoices]) expect(hit.client.name).not.toMatch(/Transports/);
    }
    expect(await found('scierie', everywhere())).toHaveLength(1); // what is looked for is there
  });

  it('the function itself answers within the wall alone, for whoever calls it', async () => {
    const hits = `select distinct client_id from search_hits($1, $2, 100)`;
    const reached = { agency: new Set<string>(), tenant: new Set<string>(), forged: new Set<string>() };
    for (const text of [...asked(), 'martin', 'marseille']) {
      const amount = text.includes(',') ? text.replace(/\D/g, '') : null;
      for (const { client_id } of await test.database.acrossClients(onlyA(), (db) => db.rows(hits, [text, amount])))
        reached.agency.add(client_id);
      for (const { client_id } of await test.database.inTenant(cast.a.id, (db) => db.rows(hits, [text, amount])))
        reached.tenant.add(client_id);
      await test.database.inTenant(cast.a.id, async (db) => {
        await db.rows(`select set_config('app.portfolio_all', 'on', true), set_config('app.portfolio', $1, true)`, [`{${cast.b.id}}`]);
        for (const { client_id } of await db.rows(hits, [text, amount])) reached.forged.add(client_id);
      });
    }
    expect({ agency: [...reached.agency], tenant: [...reached.tenant], forged: [...reached.forged] }).toEqual({
      agency: [cast.a.id],
      tenant: [cast.a.id],
      forged: [cast.a.id],
    });
  });

  it('no portfolio, no client: nothing; and other roles may not call it', async () => {
    for (const text of ['martin', 'marseille', cast.a.cases[0].reference]) {
      expect(await test.database.acrossClients([], (db) => db.rows(`select * from search_hits($1, null, 10)`, [text]))).toEqual([]);
      expect(await test.database.outsideClients((db) => db.rows(`select * from search_hits($1, null, 10)`, [text]))).toEqual([]);
      expect(await test.owner(`select * from search_hits($1, null, 10)`, [text])).toEqual([]);
    }
    await expect(test.database.acrossClientsAsAuditor((db) => db.rows(`select * from search_hits('martin', null, 10)`))).rejects.toThrow(
      /permission/,
    );
    await expect(test.database.acrossClientsAsWorker((db) => db.rows(`select * from search_hits('martin', null, 10)`))).rejects.toThrow(
      /permission/,
    );
  });

  it('what one client’s words are is not seen by another', async () => {
    const words = await test.database.inTenant(cast.a.id, (db) =>
      db.rows<{ client_id: string }>(`select distinct client_id from search_vocabulary`),
    );
    expect(words).toEqual([{ client_id: cast.a.id }]);
  });
});
