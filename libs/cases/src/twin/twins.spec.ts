import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import fc from 'fast-check';
import '../case/case.abilities';
import { CorrectPhone } from '../debtor/correct-phone';
import { findTwins, findTwinsOfNewcomers } from './find-twins';
import { JoinDebtors } from './join-debtors';
import { joinedData, separatedData, sharedColumns, type SharedData } from './joined-fields.rules';
import { SeparateDebtors } from './separate-debtors';
import { TellTwinsApart } from './tell-twins-apart';
import { readTwins } from './twins.queries';

const anyData = fc.record(
  Object.fromEntries(
    sharedColumns.map((name) => [
      name,
      name === 'contacts'
        ? fc.nat(5)
        : name.startsWith('refuses')
          ? fc.boolean()
          : name === 'name' || name === 'country' || name === 'language'
            ? fc.string({ minLength: 1 })
            : fc.option(fc.constantFrom('a', 'b', 'c')),
    ]),
  ),
) as unknown as fc.Arbitrary<SharedData>;

describe('joining and separating', () => {
  it('gives both rows back whatever they held, and keeps what was corrected in between', () => {
    fc.assert(
      fc.property(anyData, anyData, fc.constantFrom(...sharedColumns), (kept, other, corrected) => {
        const joined = joinedData(kept, other);
        expect(separatedData(joined, joined, kept)).toEqual(kept);
        expect(separatedData(joined, joined, other)).toEqual(other);
        const now = { ...joined, [corrected]: 'corrected since' };
        expect(separatedData(now, joined, other)).toEqual({ ...other, [corrected]: 'corrected since' });
      }),
    );
  });

  it('loses nothing that one of the two knew, and never mixes two addresses', () => {
    fc.assert(
      fc.property(anyData, anyData, (kept, other) => {
        const joined = joinedData(kept, other);
        for (const name of ['siren', 'iban', 'email', 'phone'] as const) expect(joined[name]).toBe(kept[name] ?? other[name]);
        const places = [kept, other].map(({ address_line, postcode, city, country }) => ({ address_line, postcode, city, country }));
        const { address_line, postcode, city, country } = joined;
        expect(places).toContainEqual({ address_line, postcode, city, country });
        expect(joined.refuses_email).toBe(kept.refuses_email || other.refuses_email);
      }),
    );
  });
});

describe('twins', () => {
  let test: TestDatabase;
  let cast: Cast;
  let caseId: string;
  let one: string;
  let other: string;

  beforeEach(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
    ({ caseId, debtorId: one } = cast.a.cases[0]);
    other = cast.a.cases[2].debtorId;
  });
  afterEach(() => test.close());

  const lea = () =>
    new RequestContext(
      'agency',
      { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role: 'collector', portfolio: 'all' },
      'fr',
    );
  const perform = <I, A>(useCase: UseCase<I, A>, input: I) => new Performer(test.database).perform(lea(), cast.a.id, useCase, input);
  const refused = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  const twins = (of = one) => test.database.inTenant(cast.a.id, (db) => readTwins(db, of));
  const versionOf = async (id: string) =>
    (await test.owner<{ version: number }>(`select version from debtors where id = $1`, [id]))[0]!.version;
  const join = async (keepsOther = false) =>
    perform(new JoinDebtors(), {
      caseId,
      twinId: other,
      keepsOther,
      expectedVersion: await versionOf(one),
      twinVersion: await versionOf(other),
    });
  /** Everything of the client but the story, the joints and the counters of writing. */
  const everything = async () => {
    const found: Record<string, unknown> = {};
    for (const table of [
      'debtors',
      'cases',
      'invoices',
      'allocations',
      'debtor_contacts',
      'contact_means',
      'former_addresses',
      'messages',
      'debtor_twins',
    ])
      found[table] = (
        await test.owner<{ row: object }>(
          `select to_jsonb(t) - 'version' - 'decided_by' - 'decided_at' as row from ${table} t where client_id = $1 order by 1`,
          [cast.a.id],
        )
      ).map(({ row }) => row);
    return found;
  };

  it.each([
    ['siren', `update debtors set siren = '404833048' where id = any($1::uuid[])`],
    ['iban', `update debtors set iban = 'FR7630006000011234567890189' where id = any($1::uuid[])`],
    [
      'email',
      `update debtors set email = case when id = '{one}' then 'Compta@Martin.fr' else 'compta@martin.fr' end where id = any($1::uuid[])`,
    ],
    [
      'phone',
      `update debtors set phone = case when id = '{one}' then '04 78 12 34 56' else '+33 4 78 12 34 56' end where id = any($1::uuid[])`,
    ],
    [
      'name',
      `update debtors set name = case when id = '{one}' then 'Boulangerie Martin SARL' else 'SARL BOULANGERIE MARTIN' end, postcode = '69003' where id = any($1::uuid[])`,
    ],
  ])('that are planted by %s are found with their reason, by whoever looks', async (reason, plant) => {
    expect(await test.database.acrossClientsAsWorker((db) => findTwinsOfNewcomers(db, null))).toBe(0);
    await test.owner(plant.replaceAll('{one}', one), [[one, other]]);
    await test.database.inTenant(cast.a.id, (db) => findTwins(db, [other]));
    expect((await twins()).map(({ id, reasons }) => [id, reasons])).toEqual([[other, [reason]]]);
    await test.owner(`delete from debtor_twins`);
    expect(await test.database.acrossClientsAsWorker((db) => findTwinsOfNewcomers(db, null))).toBe(1);
    expect(await twins(other)).toHaveLength(1);
  });

  it('are never looked for at another client', async () => {
    await test.owner(`update debtors set siren = '404833048' where id = any($1::uuid[])`, [[one, cast.b.cases[0].debtorId]]);
    expect(await test.database.acrossClientsAsWorker((db) => findTwinsOfNewcomers(db, null))).toBe(0);
    expect(await test.database.inTenant(cast.a.id, (db) => db.rows(`select * from find_twins($1, null)`, [cast.b.id]))).toEqual([]);
  });

  it('told apart are not proposed again; without their reason they are proposed no more', async () => {
    await test.owner(`update debtors set siren = '404833048' where id = any($1::uuid[])`, [[one, other]]);
    const look = () => test.database.inTenant(cast.a.id, (db) => findTwins(db, [one]));
    await look();
    await test.owner(`update debtors set siren = null where id = $1`, [other]);
    await look();
    expect(await twins()).toEqual([]);
    await test.owner(`update debtors set siren = '404833048' where id = $1`, [other]);
    await look();
    await perform(new TellTwinsApart(), { caseId, twinId: other });
    await look();
    expect(await twins()).toEqual([]);
  });

  it.each([false, true])('are joined and separated without loss, whichever is kept (the other: %s)', async (keepsOther) => {
    await test.owner(`update debtors set siren = '404833048', email = null where id = $1`, [other]);
    await test.owner(`update debtors set siren = '404833048' where id = $1`, [one]);
    await test.database.inTenant(cast.a.id, (db) => findTwins(db, [one]));
    const before = await everything();
    const { jointId } = await join(keepsOther);
    const [kept, joined] = keepsOther ? [other, one] : [one, other];
    const rows = await test.owner(`select id, name, email, joined_to from debtors where id = any($1::uuid[])`, [[one, other]]);
    expect(rows.find(({ id }) => id === joined)).toMatchObject({ joined_to: kept, email: cast.a.cases[0].email });
    expect(new Set(rows.map(({ name, email }) => `${String(name)} ${String(email)}`)).size).toBe(1);
    for (const table of ['cases', 'invoices', 'allocations', 'messages']) expect((await everything())[table]).toEqual(before[table]);
    expect(await twins()).toMatchObject([{ id: other, jointId }]);
    expect(await refused(join())).toBe('ALREADY_JOINED');
    await perform(new SeparateDebtors(), { caseId, jointId });
    expect(await everything()).toEqual(before);
    expect(await refused(perform(new SeparateDebtors(), { caseId, jointId }))).toBe('ALREADY_SEPARATED');
  });

  it('joined are corrected together, and keep the correction when separated', async () => {
    const { jointId } = await join();
    await perform(new CorrectPhone(), { caseId, phone: '07 00 00 00 09' });
    const phones = () => test.owner(`select phone from debtors where id = any($1::uuid[]) order by id`, [[one, other]]);
    expect(await phones()).toEqual([{ phone: '+33 7 00 00 00 09' }, { phone: '+33 7 00 00 00 09' }]);
    await perform(new SeparateDebtors(), { caseId, jointId });
    expect(await phones()).toEqual([{ phone: '+33 7 00 00 00 09' }, { phone: '+33 7 00 00 00 09' }]);
  });

  it('are not joined by who read an older version, nor a company with a person', async () => {
    const versions = { expectedVersion: await versionOf(one), twinVersion: 99 };
    expect(await refused(perform(new JoinDebtors(), { caseId, twinId: other, keepsOther: false, ...versions }))).toBe('STALE_VERSION');
    const person = cast.a.cases[1].debtorId;
    const ask = { caseId, keepsOther: false, expectedVersion: await versionOf(one), twinVersion: await versionOf(person) };
    expect(await refused(perform(new JoinDebtors(), { ...ask, twinId: person }))).toBe('TWINS_OF_DIFFERENT_KINDS');
    expect(await refused(perform(new JoinDebtors(), { ...ask, twinId: one }))).toBe('TWIN_OF_ITSELF');
  });
});
