import { Temporal } from '@amiable/kernel';
import { recordMovements } from '@amiable/payments';
import { RequestContext } from '@amiable/platform';
import { judgeDuePromises } from '@amiable/resolution';
import { castId, openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { collectionRates, type CollectionCounts } from './collection-rates.rules';
import { readTeam, type TeamFigures } from './read-team';

/** The goldens of domain.md 4.3: as shares of counts, and as the product makes them out of calls, promises and money. */
const none: CollectionCounts = {
  calls: 0,
  reached: 0,
  talks: 0,
  promised: 0,
  judged: 0,
  kept: 0,
  judgedMinor: 0n,
  keptMinor: 0n,
  honouredMinor: 0n,
};

it.each([
  ['400 dials, 60 right-party contacts', { calls: 400, talks: 60 }, { talksOfCalls: '15.00' }],
  ['160 reached, 60 right-party contacts', { reached: 160, talks: 60 }, { talksOfReached: '37.50' }],
  ['24 promises of 60 right-party contacts', { talks: 60, promised: 24 }, { promisesOfTalks: '40.00' }],
  ['15 kept of 24 fallen due', { judged: 24, kept: 15 }, { keptOfJudged: '62.50' }],
  ['5,240 paid of 9,000 promised', { judgedMinor: 900_000n, honouredMinor: 524_000n }, { honoured: '58.22' }],
  ['3,240 by promises kept whole, of 9,000', { judgedMinor: 900_000n, keptMinor: 324_000n }, { keptAmount: '36.00' }],
  ['two thirds, rounded once', { judged: 3, kept: 2 }, { keptOfJudged: '66.67' }],
])('%s', (_, counts, rates) => {
  expect(collectionRates({ ...none, ...counts })).toMatchObject(rates);
});

it('are shares of nothing before anything was done', () => {
  expect(new Set(Object.values(collectionRates(none)))).toEqual(new Set([null]));
});

describe('the promises golden, from money to rate', () => {
  let test: TestDatabase;
  let cast: Cast;
  beforeEach(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
    test.clock.set('2026-10-03');
  });
  afterEach(() => test.close());

  const promised = (letter: string, place: number, amountMinor: bigint, dueOn: string, staffId: string) => {
    const client = place < 3 ? cast.a : cast.b;
    const { caseId } = client.cases[(place % 3) as 0 | 1 | 2];
    return {
      client_id: client.id,
      id: castId(`golden promise ${letter}`),
      case_id: caseId,
      amount_minor: amountMinor,
      paid_minor: 0n,
      currency: 'EUR',
      due_on: dueOn,
      grace_days: 2,
      made_on: '2026-09-01',
      state: 'open',
      made_by: 'staff',
      staff_id: staffId,
      source: 'promise',
      created_at: '2026-09-01T10:00:00Z',
    };
  };
  const ratesOf = (figures: TeamFigures | undefined) => {
    const inEuro = (sums: ReadonlyMap<string, bigint>) => sums.get('EUR') ?? 0n;
    return collectionRates({
      ...figures!,
      judgedMinor: inEuro(figures!.judgedMinor),
      keptMinor: inEuro(figures!.keptMinor),
      honouredMinor: inEuro(figures!.honouredMinor),
    });
  };

  it('kept 50.00 % by number, 58.22 % by amount, 36.00 % strictly; what is not due yet is left out, and each collector has his own', async () => {
    const { lea, hugo } = cast.staff;
    await test.owner(`update invoices set amount_minor = 1000000 where kind = 'invoice'`); // more than was promised on any
    const promises = [
      promised('A', 0, 180_000n, '2026-09-10', lea.id),
      promised('B', 1, 144_000n, '2026-09-20', lea.id),
      promised('C', 2, 96_000n, '2026-09-25', hugo.id),
      promised('D', 3, 480_000n, '2026-09-30', hugo.id),
      promised('E', 4, 360_000n, '2026-10-05', lea.id),
    ];
    await plant(test, 'promises', promises);
    const paid = (letter: string, amountMinor: bigint) => {
      const { client_id: clientId, case_id: caseId } = promises.find(({ id }) => id === castId(`golden promise ${letter}`))!;
      const effectiveOn = '2026-09-10';
      return {
        clientId,
        caseId,
        kind: 'payment',
        method: 'transfer',
        sourceKey: `bank:${letter}`,
        amountMinor,
        providerFeeMinor: 0n,
        currency: 'EUR',
        effectiveOn,
      } as const;
    };
    await test.database.acrossClientsAsWorker(async (db) => {
      await recordMovements(db, [paid('A', 180_000n), paid('B', 144_000n), paid('D', 200_000n)]);
      await judgeDuePromises(db, RequestContext.system(), Temporal.PlainDate.from('2026-10-03'));
    });
    expect((await test.owner(`select state from promises where made_on = '2026-09-01' order by due_on`)).map(({ state }) => state)).toEqual(
      ['kept', 'kept', 'broken', 'partly_kept', 'open'],
    );
    const { total, byCollector } = await test.database.acrossClients('all', (db) =>
      readTeam(db, Temporal.PlainDate.from('2026-09-01'), 30),
    );
    expect([total.judged, total.kept]).toEqual([4, 2]);
    expect(ratesOf(total)).toMatchObject({ keptOfJudged: '50.00', honoured: '58.22', keptAmount: '36.00' });
    expect(ratesOf(byCollector.get(lea.id))).toMatchObject({ keptOfJudged: '100.00', honoured: '100.00', keptAmount: '100.00' });
    expect(ratesOf(byCollector.get(hugo.id))).toMatchObject({ keptOfJudged: '0.00', honoured: '34.72', keptAmount: '0.00' });
  });

  it('what is paid beyond a promise honours no other', async () => {
    await plant(test, 'promises', [
      { ...promised('A', 0, 10_000n, '2026-09-10', cast.staff.lea.id), state: 'kept', paid_minor: 90_000n },
      { ...promised('B', 1, 10_000n, '2026-09-10', cast.staff.lea.id), state: 'broken' },
    ]);
    const { total } = await test.database.acrossClients('all', (db) => readTeam(db, Temporal.PlainDate.from('2026-09-01'), 30));
    expect(ratesOf(total).honoured).toBe('50.00');
  });

  it('calls that anybody answered are told apart from talks and from attempts', async () => {
    const outcomes = ['no_answer', 'voicemail', 'third_party', 'wrong_number', 'promised', 'refused'];
    await plant(
      test,
      'actions',
      outcomes.map((outcome, n) => ({
        client_id: cast.a.id,
        id: castId(`golden call ${n}`),
        case_id: cast.a.cases[0].caseId,
        channel: 'call',
        due_on: '2026-09-14',
        state: 'done',
        outcome,
        staff_id: cast.staff.lea.id,
        done_at: `2026-09-14T08:0${n}:00Z`,
        created_at: `2026-09-14T08:0${n}:00Z`,
      })),
    );
    const { total } = await test.database.acrossClients('all', (db) => readTeam(db, Temporal.PlainDate.from('2026-09-01'), 30));
    expect(total).toMatchObject({ calls: 6, reached: 4, talks: 2 });
    expect(ratesOf(total)).toMatchObject({ talksOfCalls: '33.33', talksOfReached: '50.00' });
  });
});
