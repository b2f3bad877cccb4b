import { accessCode, newReference } from '@amiable/kernel';
import { Database, Throttle } from '@amiable/platform';
import { castToken, openTestDatabase, seatCast, type Cast, type CastCase, type TestDatabase } from '@amiable/testing';
import { DebtorAccess } from './debtor-access';
import { createDebtorLink, revokeDebtorLinks, type BrandPlace } from './debtor-link';

let test: TestDatabase;
let cast: Cast;
let access: DebtorAccess;
let elsewhere: DebtorAccess; // another process: its own pools, the same tables
let a: BrandPlace;
let b: BrandPlace;
let addresses = 0;
const somewhere = () => `203.0.${(++addresses >> 8) & 255}.${addresses & 255}`;
const accessOver = (database: Database) => new DebtorAccess(database, new Throttle(database), test.settings);
const codeOf = (theCase: CastCase) => accessCode(test.settings.AMIABLE_SECRET, theCase.caseId);
/** The answer, or the code of the refusal. */
const answerOf = (asked: Promise<unknown>) => asked.catch((error: { code: string }) => error.code);
const anHourLater = () => test.clock.advance({ hours: 1 });

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  access = accessOver(test.database);
  elsewhere = accessOver(new Database(test.settings, test.clock));
  a = { clientId: cast.a.id, brandId: cast.a.brandId };
  b = { clientId: cast.b.id, brandId: cast.b.brandId };
});
afterAll(async () => {
  await (elsewhere as unknown as { database: Database }).database.close();
  await test.close();
});

describe('the link of a message', () => {
  const create = (theCase = cast.a.cases[0], expiresInDays?: number) =>
    test.database.inTenant(cast.a.id, (db) =>
      createDebtorLink(db, { caseId: theCase.caseId, brandId: cast.a.brandId, channel: 'email', expiresInDays }),
    );

  it('opens its case at its brand; of the token only a hash is stored', async () => {
    const token = await create();
    expect(token).toMatch(/^[\w-]{27}$/); // 160 bits
    expect(await access.readDebtorLink(token, a)).toEqual({ ...a, caseId: cast.a.cases[0].caseId });
    expect(JSON.stringify(await test.owner(`select * from debtor_links`))).not.toContain(token);
    expect(await access.readDebtorLink(castToken('A1'), a)).toEqual({ ...a, caseId: cast.a.cases[0].caseId });
  });

  it('is dead at another brand, when unknown, expired or revoked: one answer', async () => {
    const [token, short] = [await create(), await create(cast.a.cases[0], 7)];
    const other = await create(cast.a.cases[1]);
    expect(await access.readDebtorLink(token, b)).toBe('dead');
    expect(await access.readDebtorLink(token, { clientId: a.clientId, brandId: b.brandId })).toBe('dead');
    expect(await access.readDebtorLink(cast.b.cases[0].token, a)).toBe('dead');
    for (const nonsense of ['', 'x', 'A'.repeat(27), `${token}x`, token.slice(1), '\0'.repeat(27)])
      expect(await access.readDebtorLink(nonsense, a)).toBe('dead');
    test.clock.advance({ hours: 24 * 7 });
    expect(await access.readDebtorLink(short, a)).toBe('dead');
    expect(await access.readDebtorLink(token, a)).not.toBe('dead');
    expect(await test.database.inTenant(cast.a.id, (db) => revokeDebtorLinks(db, cast.a.cases[0].caseId))).toBeGreaterThan(1);
    expect(await access.readDebtorLink(token, a)).toBe('dead');
    expect(await access.readDebtorLink(other, a)).not.toBe('dead'); // another case's
    test.clock.advance({ hours: 24 * 45 });
    expect(await access.readDebtorLink(other, a)).toBe('dead');
  });

  it('is not made for a case or brand of another client', async () => {
    const foreign = (caseId: string, brandId: string) =>
      test.database.inTenant(cast.a.id, (db) => createDebtorLink(db, { caseId, brandId, channel: 'email' }));
    await expect(foreign(cast.b.cases[0].caseId, cast.a.brandId)).rejects.toThrow();
    await expect(foreign(cast.a.cases[0].caseId, cast.b.brandId)).rejects.toThrow();
  });

  it('is not used up by a scanner: 500 readings change no row of any table', async () => {
    const token = await create();
    const rows = async () =>
      JSON.stringify([
        await test.owner(`select xmin::text, * from debtor_links order by token_hash`),
        await test.owner(`select * from sessions`),
        await test.owner(`select * from throttles`),
      ]);
    const before = await rows();
    for (let i = 0; i < 50; i++) await Promise.all(Array.from({ length: 10 }, () => access.readDebtorLink(token, a)));
    expect(await rows()).toBe(before);
    expect(await access.readDebtorLink(token, a)).toEqual({ ...a, caseId: cast.a.cases[0].caseId });
  });

  it('ends the open sessions of its case when it is revoked', async () => {
    await access.openDebtorSession({ ...a, caseId: cast.a.cases[0].caseId });
    await access.openDebtorSession({ ...a, caseId: cast.a.cases[1].caseId });
    await test.database.inTenant(cast.a.id, (db) => revokeDebtorLinks(db, cast.a.cases[0].caseId));
    expect(await test.owner(`select case_id from sessions`)).toEqual([{ case_id: cast.a.cases[1].caseId }]);
  });
});

describe('the reference and the code of a letter', () => {
  beforeEach(anHourLater);

  it('open the case, however they are typed', async () => {
    const theCase = cast.a.cases[0];
    const found = { ...a, caseId: theCase.caseId };
    expect(await access.enterByCode({ reference: theCase.reference, code: codeOf(theCase), brand: a, ip: somewhere() })).toEqual(found);
    const sloppy = {
      reference: ` ${theCase.reference.toLowerCase().replaceAll('-', ' ')} `,
      code: codeOf(theCase).toLowerCase().replace('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l'),
    };
    expect(await access.enterByCode({ ...sloppy, brand: a, ip: somewhere() })).toEqual(found);
  });

  it('give one answer for an unknown reference, a wrong code, another brand, nonsense, and a case closed for more than 30 days', async () => {
    const theCase = cast.a.cases[1];
    const enter = (reference: string, code: string, brand = a) => answerOf(access.enterByCode({ reference, code, brand, ip: somewhere() }));
    expect(await enter(newReference(), codeOf(theCase))).toBe('wrong');
    expect(await enter(theCase.reference, codeOf(cast.a.cases[0]))).toBe('wrong');
    expect(await enter(theCase.reference, '')).toBe('wrong');
    expect(await enter(theCase.reference, codeOf(theCase), b)).toBe('wrong');
    expect(await enter(theCase.reference, codeOf(theCase), { clientId: a.clientId, brandId: b.brandId })).toBe('wrong');
    for (const nonsense of ['', '%', 'x'.repeat(100_000), "' or 1=1 --", '\0']) expect(await enter(nonsense, nonsense)).toBe('wrong');
    const close = (days: number) =>
      test.owner(`update cases set state = 'closed', close_reason = 'withdrawn', closed_on = $2::date - $3::int where id = $1`, [
        theCase.caseId,
        test.clock.now().toString().slice(0, 10),
        days,
      ]);
    anHourLater();
    await close(30);
    expect(await enter(theCase.reference, codeOf(theCase))).toMatchObject({ caseId: theCase.caseId });
    await close(31);
    expect(await enter(theCase.reference, codeOf(theCase))).toBe('wrong');
  });

  it('may be tried 5 times an hour per case, from any network and in any process; then even the right code waits', async () => {
    const theCase = cast.a.cases[2];
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        answerOf(
          (i % 2 ? access : elsewhere).enterByCode({ reference: theCase.reference, code: `GUESS-0000${i}`, brand: a, ip: somewhere() }),
        ),
      ),
    );
    expect(tries.filter((answer) => answer === 'wrong')).toHaveLength(5);
    expect(tries.filter((answer) => answer === 'TOO_MANY_TRIES')).toHaveLength(15);
    expect(
      await answerOf(access.enterByCode({ reference: theCase.reference.toLowerCase(), code: codeOf(theCase), brand: a, ip: somewhere() })),
    ).toBe('TOO_MANY_TRIES');
    anHourLater();
    expect(
      await answerOf(access.enterByCode({ reference: theCase.reference, code: codeOf(theCase), brand: a, ip: somewhere() })),
    ).toMatchObject({ caseId: theCase.caseId });
  });

  it('shut an unknown reference just the same, so that the limit tells nothing', async () => {
    const reference = newReference();
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => answerOf(access.enterByCode({ reference, code: 'AAAAA-AAAAA', brand: a, ip: somewhere() }))),
    );
    expect(tries.filter((answer) => answer === 'wrong')).toHaveLength(5);
  });

  it('answer at most 10 of 2,000 guesses from one network, and other visitors of the brand notice nothing', async () => {
    const answers: unknown[] = [];
    for (let i = 0; i < 100; i++) {
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, (_, k) =>
            answerOf(
              (k % 2 ? access : elsewhere).enterByCode({ reference: newReference(), code: 'AAAAA-AAAAA', brand: a, ip: '198.51.100.9' }),
            ),
          ),
        )),
      );
    }
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(10);
    expect(answers.filter((answer) => answer === 'TOO_MANY_TRIES')).toHaveLength(1_990);
    expect(
      await answerOf(
        access.enterByCode({ reference: cast.a.cases[0].reference, code: codeOf(cast.a.cases[0]), brand: a, ip: somewhere() }),
      ),
    ).toMatchObject({ caseId: cast.a.cases[0].caseId });
  });

  it('answer at most 100 a minute of 2,000 guesses from 2,000 networks', async () => {
    const answers: unknown[] = [];
    for (let i = 0; i < 100; i++) {
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, (_, k) =>
            answerOf(
              (k % 2 ? access : elsewhere).enterByCode({ reference: newReference(), code: 'AAAAA-AAAAA', brand: a, ip: somewhere() }),
            ),
          ),
        )),
      );
    }
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(100);
    expect(await answerOf(access.enterByCode({ reference: newReference(), code: 'AAAAA-AAAAA', brand: b, ip: somewhere() }))).toBe('wrong'); // another brand goes on
  });

  it('count the try before anything is looked up', async () => {
    const seen: string[] = [];
    const watched = new Proxy(test.database, {
      get: (target, name, receiver) => {
        if (typeof name === 'string' && /^(inTenant|outsideClients|acrossClients)$/.test(name)) seen.push(name);
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    await answerOf(accessOver(watched).enterByCode({ reference: cast.a.cases[0].reference, code: '', brand: a, ip: somewhere() }));
    expect(seen).toEqual(['outsideClients', 'outsideClients', 'inTenant']);
    seen.length = 0;
    for (let i = 0; i < 11; i++)
      await answerOf(accessOver(test.database).enterByCode({ reference: newReference(), code: '', brand: a, ip: '198.51.100.77' }));
    await answerOf(accessOver(watched).enterByCode({ reference: cast.a.cases[0].reference, code: '', brand: a, ip: '198.51.100.77' }));
    expect(seen).toEqual(['outsideClients']);
  });

  it('take one time for hit and miss (figures are printed, not judged)', async () => {
    const theCase = cast.a.cases[0];
    const times: Record<'known, wrong code' | 'unknown' | 'nonsense', number[]> = { 'known, wrong code': [], unknown: [], nonsense: [] };
    const timed = async (kind: keyof typeof times, reference: string) => {
      const start = performance.now();
      expect(await access.enterByCode({ reference, code: 'AAAAA-AAAAA', brand: a, ip: somewhere() })).toBe('wrong');
      times[kind].push(performance.now() - start);
    };
    for (let i = 0; i < 60; i++) {
      if (i % 4 === 0) anHourLater();
      await timed('known, wrong code', theCase.reference);
      await timed('unknown', newReference());
      await timed('nonsense', `nonsense ${i}`);
    }
    const median = (list: number[]) => [...list].sort((x, y) => x - y)[list.length >> 1]!.toFixed(2);
    process.stdout.write(
      `entry by code, median of 60: ${Object.entries(times)
        .map(([kind, list]) => `${kind} ${median(list)} ms`)
        .join(', ')}\n`,
    );
  });
});

describe('is this letter real', () => {
  beforeEach(anHourLater);

  it('says known or unknown, at the brand of the letter only', async () => {
    const verify = (reference: string, brand = a) => access.verifyReference({ reference, brand, ip: somewhere() });
    expect(await verify(cast.a.cases[0].reference.toLowerCase())).toBe('known');
    expect(await verify(cast.a.cases[0].reference, b)).toBe('unknown');
    expect(await verify(newReference())).toBe('unknown');
    expect(await verify('')).toBe('unknown');
  });

  it('answers 10 an hour per network, and costs no try of the code', async () => {
    const asked = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        answerOf((i % 2 ? access : elsewhere).verifyReference({ reference: cast.a.cases[0].reference, brand: a, ip: '198.51.100.5' })),
      ),
    );
    expect(asked.filter((answer) => answer === 'known')).toHaveLength(10);
    expect(asked.filter((answer) => answer === 'TOO_MANY_TRIES')).toHaveLength(20);
    expect(
      await answerOf(
        access.enterByCode({ reference: cast.a.cases[0].reference, code: codeOf(cast.a.cases[0]), brand: a, ip: '198.51.100.5' }),
      ),
    ).toMatchObject({ caseId: cast.a.cases[0].caseId });
  });
});
