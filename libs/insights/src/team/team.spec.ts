import { Temporal } from '@amiable/kernel';
import { RequestContext, type StaffRole } from '@amiable/platform';
import { recordMovements, type MoneyFact } from '@amiable/payments';
import { castId, openTestDatabase, plant, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { CollectorGoals } from './collector-goals';
import { readTeam, type TeamReport } from './read-team';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
});
afterEach(() => test.close());

const november = Temporal.PlainDate.from('2026-11-01');
const team = (portfolio: 'all' | readonly string[] = 'all'): Promise<TeamReport> =>
  test.database.acrossClients(portfolio, (db) => readTeam(db, november, 30));
const giveTo = (staffId: string | null, caseId: string) => test.owner(`update cases set owner_id = $1 where id = $2`, [staffId, caseId]);
const call = (clientId: string, caseId: string, staffId: string, doneAt: string, outcome: string) =>
  plant(test, 'actions', [
    {
      client_id: clientId,
      id: castId(`call ${caseId} ${doneAt}`),
      case_id: caseId,
      channel: 'call',
      due_on: doneAt.slice(0, 10),
      state: 'done',
      outcome,
      staff_id: staffId,
      done_at: doneAt,
      created_at: doneAt,
    },
  ]);
const promise = (caseId: string, staffId: string, dueOn: string, state: string) =>
  plant(test, 'promises', [
    {
      client_id: cast.a.id,
      id: castId(`promise ${caseId} ${dueOn}`),
      case_id: caseId,
      amount_minor: 50_000n,
      paid_minor: 0n,
      currency: 'EUR',
      due_on: dueOn,
      grace_days: 2,
      made_on: '2026-10-20',
      state,
      made_by: 'staff',
      staff_id: staffId,
      source: 'promise',
      created_at: '2026-10-20T10:00:00Z',
    },
  ]);

describe('the team in a month', () => {
  it('counts load by who is responsible, calls by who made them, and talks apart', async () => {
    const { lea, hugo } = cast.staff;
    const [first, second] = cast.a.cases;
    const [theirs] = cast.b.cases;
    await giveTo(lea.id, first!.caseId);
    await call(cast.a.id, first!.caseId, hugo.id, '2026-11-02T08:00:00Z', 'no_answer'); // Hugo calls on Léa's case
    await call(cast.a.id, second!.caseId, lea.id, '2026-11-02T08:10:00Z', 'promised');
    await call(cast.b.id, theirs!.caseId, lea.id, '2026-10-31T22:30:00Z', 'refused'); // still October in UTC, 31 October 23:30 in Paris
    const { byCollector, byClient, total } = await team();
    expect(byCollector.get(lea.id)).toMatchObject({ openCases: 1, calls: 1, talks: 1 });
    expect(byCollector.get(hugo.id)).toMatchObject({ openCases: 0, calls: 1, talks: 0 });
    expect(byCollector.get(null)!.openCases).toBe(total.openCases - 1);
    expect(byClient.get(cast.a.id)!.calls).toBe(2);
    expect(byClient.get(cast.b.id)!.calls).toBe(0);
    await call(cast.b.id, theirs!.caseId, lea.id, '2026-10-31T23:30:00Z', 'refused'); // 1 November 00:30 in Paris
    expect((await team()).byClient.get(cast.b.id)!.calls).toBe(1);
  });

  it('the three ways of cutting add up to the same whole', async () => {
    const { total, byCollector, byClient, byStage } = await team();
    for (const cut of [byCollector, byClient, byStage]) {
      const parts = [...cut.values()];
      expect(parts.reduce((sum, { openCases }) => sum + openCases, 0)).toBe(total.openCases);
      expect(parts.reduce((sum, { openMinor }) => sum + (openMinor.get('EUR') ?? 0n), 0n)).toBe(total.openMinor.get('EUR'));
      expect(parts.reduce((sum, { untouched }) => sum + untouched, 0)).toBe(total.untouched);
    }
    const [open] = await test.owner(`select count(*)::int as n, sum(open_minor)::bigint as minor from cases where state = 'open'`);
    expect([total.openCases, total.openMinor.get('EUR')]).toEqual([open!.n, BigInt(open!.minor as string)]);
  });

  it('a case is untouched until something was done on it in the days asked about', async () => {
    const [first] = cast.a.cases;
    await test.owner(`delete from actions where case_id = $1`, [first!.caseId]);
    const before = (await team()).byClient.get(cast.a.id)!.untouched;
    await call(cast.a.id, first!.caseId, cast.staff.lea.id, '2026-10-04T08:00:00Z', 'no_answer');
    expect((await team()).byClient.get(cast.a.id)!.untouched).toBe(before - 1);
    await test.owner(`update actions set done_at = '2026-10-01T08:00:00Z' where case_id = $1`, [first!.caseId]);
    expect((await team()).byClient.get(cast.a.id)!.untouched).toBe(before);
  });

  it('judges the promises that came due in the month, not those still open', async () => {
    const { lea } = cast.staff;
    const [first, second] = cast.a.cases;
    await promise(first!.caseId, lea.id, '2026-11-02', 'kept');
    await promise(second!.caseId, lea.id, '2026-11-02', 'broken');
    await promise(first!.caseId, lea.id, '2026-10-29', 'kept');
    await promise(second!.caseId, lea.id, '2026-11-20', 'open');
    expect((await team()).byCollector.get(lea.id)).toMatchObject({ promised: 0, judged: 2, kept: 1 });
  });

  it('leaves money with who was responsible when it came, and takes from him what went back', async () => {
    const { lea, hugo } = cast.staff;
    const [first] = cast.a.cases;
    const record = (fact: Partial<MoneyFact>) =>
      test.database.acrossClientsAsWorker((db) =>
        recordMovements(db, [
          {
            clientId: cast.a.id,
            caseId: first!.caseId,
            kind: 'payment',
            method: 'transfer',
            sourceKey: 'bank:1',
            amountMinor: 5_000n,
            providerFeeMinor: 0n,
            currency: 'EUR',
            effectiveOn: '2026-11-02',
            ...fact,
          },
        ]),
      );
    await giveTo(lea.id, first!.caseId);
    await record({});
    await giveTo(hugo.id, first!.caseId);
    await record({ sourceKey: 'bank:2', amountMinor: 700n });
    await record({ sourceKey: 'bank:1:back', kind: 'refund', reversesKey: 'bank:1', amountMinor: -2_000n });
    const { byCollector } = await team();
    expect([byCollector.get(lea.id)!.collectedMinor.get('EUR'), byCollector.get(hugo.id)!.collectedMinor.get('EUR')]).toEqual([
      3_000n,
      700n,
    ]);
  });

  it('shows the clients of the portfolio, and no others', async () => {
    expect([...(await team([cast.a.id])).byClient.keys()]).toEqual([cast.a.id]);
  });
});

describe('goals', () => {
  const as = (role: StaffRole) =>
    new RequestContext('agency', { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role, portfolio: 'all' }, 'fr');
  const goals = () => new CollectorGoals(test.database);
  const lea = () => ({ staffId: cast.staff.lea.id });
  const refused = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  it('hold from their month on until another is set, and end with a goal of nothing', async () => {
    await goals().set(as('manager'), { ...lea(), month: '2026-11-15', collectedMinor: 2_000_000n, calls: 40 });
    await goals().set(as('manager'), { ...lea(), month: '2027-01-01', collectedMinor: null, calls: 50 });
    await goals().set(as('admin'), { ...lea(), month: '2027-03-01', collectedMinor: null, calls: null });
    const in_ = async (month: string) =>
      (await goals().list(month)).map(({ since, collectedMinor, calls }) => [since, collectedMinor, calls]);
    expect(await in_('2026-10-01')).toEqual([]);
    expect(await in_('2026-12-31')).toEqual([['2026-11-01', 2_000_000n, 40]]);
    expect(await in_('2027-02-01')).toEqual([['2027-01-01', null, 50]]);
    expect(await in_('2027-04-01')).toEqual([]);
  });

  it('are set by managers, for a colleague at work, not for a month gone by', async () => {
    const goal = { ...lea(), month: '2026-11-01', collectedMinor: 1n, calls: null };
    expect(await refused(goals().set(as('collector'), goal))).toBe('FORBIDDEN');
    expect(await refused(goals().set(as('manager'), { ...goal, staffId: castId('nobody') }))).toBe('NOT_FOUND');
    expect(await refused(goals().set(as('manager'), { ...goal, month: '2026-10-31' }))).toBe('MONTH_GONE_BY');
    expect(await refused(goals().set(as('manager'), { ...goal, collectedMinor: 0n }))).toBe('NOT_AN_AMOUNT');
    expect(await refused(goals().set(as('manager'), { ...goal, calls: -1 }))).toBe('THRESHOLD_OUT_OF_BOUNDS');
    expect(await goals().list('2026-11-01')).toEqual([]);
  });
});
