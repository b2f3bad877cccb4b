import { Performer, RequestContext } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import fc from 'fast-check';
import '../case/case.abilities';
import { SnoozeCase } from '../case/snooze-case';
import { UndoSnooze } from '../case/undo-snooze';
import { caseWorth, type WorkReason } from './case-worth.rules';
import { daysOfSnooze, lowestPercent, rankAfterSnooze, snoozeReasons, type SnoozeReason } from './snooze-reason.rules';

const occasions: WorkReason[] = [
  'new_case',
  'call_step',
  'task_step',
  'manual_step',
  'call_back',
  'promise_due',
  'broken_promise',
  'dispute_answered',
  'hold_over',
  'snoozed',
];

describe('what a minute on a case is worth', () => {
  let test: TestDatabase;
  let cast: Cast;
  beforeAll(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
  });
  afterAll(() => test.close());

  it('is the same in the rule and in the database, for every occasion, amount and age', async () => {
    const grid = occasions.flatMap((why) =>
      [-5n, 0n, 1n, 999n, 123_456n, 98_765_432n].flatMap((openMinor) =>
        [-10, 0, 5, 6, 7, 59, 330, 900].map((daysLate) => ({ why, openMinor, daysLate })),
      ),
    );
    const rows = await test.owner<{ score: bigint }>(
      `select case_score(g.open, g.days, g.why) as score from jsonb_to_recordset($1::jsonb) as g(why text, open bigint, days int, n int) order by n`,
      [JSON.stringify(grid.map(({ why, openMinor, daysLate }, n) => ({ why, open: openMinor.toString(), days: daysLate, n })))],
    );
    expect(rows.map(({ score }) => BigInt(score))).toEqual(grid.map((facts) => caseWorth({ ...facts, rankPercent: 100 })));
  });

  it('grows with the amount, never with the age, and a debtor who waits for us comes before a new case', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10_000_000n }), fc.nat(2_000), fc.constantFrom(...occasions), (openMinor, daysLate, why) => {
        const worth = (more: object = {}) => caseWorth({ openMinor, daysLate, why, rankPercent: 100, ...more });
        expect(worth({ openMinor: openMinor + 100_000n })).toBeGreaterThan(worth());
        expect(worth({ daysLate: daysLate + 30 })).toBeLessThanOrEqual(worth());
        expect(worth({ why: 'call_back' })).toBeGreaterThanOrEqual(worth({ why: 'new_case' }));
        expect(worth({ rankPercent: 50 })).toBeLessThanOrEqual(worth());
      }),
    );
  });

  it('learns from the reasons of snoozes, by a rule that never forgets a case', () => {
    for (const reason of snoozeReasons) {
      expect(rankAfterSnooze(100, reason)).toBeLessThanOrEqual(100);
      expect(rankAfterSnooze(lowestPercent, reason)).toBe(lowestPercent);
      expect(daysOfSnooze(reason)).toBeGreaterThan(0);
    }
    expect(rankAfterSnooze(100, 'not_worth_it')).toBe(50);
    expect(rankAfterSnooze(rankAfterSnooze(100, 'not_reachable'), 'not_reachable')).toBe(49);
  });

  it('a snooze takes the case away, lowers its rank by the reason, and is undone while nothing else happened', async () => {
    const { caseId, clientId } = cast.a.cases[0];
    const who = { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role: 'collector', portfolio: 'all' } as const;
    const perform = <I>(useCase: { run(...args: never[]): Promise<unknown> }, input: I) =>
      new Performer(test.database).perform(new RequestContext('agency', who, 'fr'), clientId, useCase as never, input);
    const work = async () => (await test.owner(`select ready, why, rank_percent, due_on from work_items where case_id = $1`, [caseId]))[0];
    const snooze = (code: SnoozeReason) => perform(new SnoozeCase(), { caseId, until: '2026-11-09', reason: '', code });
    const before = await work();
    await snooze('not_reachable');
    expect(await work()).toMatchObject({ ready: false, why: 'snoozed', rank_percent: 70 });
    await perform(new UndoSnooze(), { caseId });
    expect(await work()).toEqual(before);
    await expect(perform(new UndoSnooze(), { caseId })).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });
});
