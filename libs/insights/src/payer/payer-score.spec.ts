import fc from 'fast-check';
import { scorePayer, type PayerBehaviour } from './payer-score.rules';

const nothing: PayerBehaviour = {
  settled: 0,
  onTime: 0,
  daysLate: 0,
  promisesKept: 0,
  promisesPartlyKept: 0,
  promisesBroken: 0,
  plansBroken: 0,
  chargebacks: 0,
  disputesRejected: 0,
  oldestOverdueDays: 0,
};
const of = (facts: Partial<PayerBehaviour>) => scorePayer({ ...nothing, ...facts });

const count = fc.nat({ max: 60 });
const behaviour: fc.Arbitrary<PayerBehaviour> = fc
  .record({
    settled: count,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    daysLate: fc.double({ min: 0, max: 800, noNaN: true }),
    promisesKept: count,
    promisesPartlyKept: count,
    promisesBroken: count,
    plansBroken: count,
    chargebacks: count,
    disputesRejected: count,
    oldestOverdueDays: fc.nat({ max: 2_000 }),
  })
  .map(({ share, ...facts }) => ({ ...facts, onTime: Math.round(facts.settled * share) }));

describe('the score of a payer', () => {
  it('is none without a history', () => {
    expect(of({})).toEqual({ score: null, grade: null, reasons: [] });
  });

  it('tells a good payer from a bad one, in words', () => {
    const good = of({ settled: 24, onTime: 23, daysLate: 1, promisesKept: 2 });
    expect([good.grade, good.reasons.map(({ code }) => code)]).toEqual(['a', ['paid_on_time', 'promises_kept']]);
    const bad = of({ settled: 10, onTime: 1, daysLate: 47, promisesBroken: 4, promisesKept: 1, chargebacks: 1, oldestOverdueDays: 130 });
    expect(bad).toMatchObject({ grade: 'e', reasons: [{ code: 'overdue_now' }, { code: 'paid_late' }, { code: 'long_delay' }, {}, {}] });
  });

  it('gives little weight to little history', () => {
    expect(of({ settled: 1, onTime: 1 }).score).toBe(55);
    expect(of({ settled: 40, onTime: 40 }).score).toBe(73);
  });

  it('always is fifty and what its reasons say, between 0 and 100', () => {
    fc.assert(
      fc.property(behaviour, (facts) => {
        const { score, grade, reasons } = scorePayer(facts);
        if (score === null) return expect(reasons).toEqual([]);
        expect(score).toBe(50 + reasons.reduce((sum, { points }) => sum + points, 0));
        expect(score >= 0 && score <= 100 && grade !== null).toBe(true);
        return undefined;
      }),
      { seed: 20261126, numRuns: 2_000 },
    );
  });

  it('never rises by behaving worse', () => {
    const worse: ReadonlyArray<(facts: PayerBehaviour) => PayerBehaviour> = [
      (facts) => ({ ...facts, promisesBroken: facts.promisesBroken + 1 }),
      (facts) => ({ ...facts, chargebacks: facts.chargebacks + 1 }),
      (facts) => ({ ...facts, plansBroken: facts.plansBroken + 1 }),
      (facts) => ({ ...facts, oldestOverdueDays: facts.oldestOverdueDays + 40 }),
      (facts) => ({ ...facts, daysLate: facts.daysLate + 10 }),
      (facts) => ({ ...facts, onTime: Math.max(0, facts.onTime - 1) }),
    ];
    fc.assert(
      fc.property(behaviour, fc.constantFrom(...worse), (facts, spoil) => {
        const before = scorePayer(facts).score;
        const after = scorePayer(spoil(facts)).score;
        if (before !== null) expect(after).toBeLessThanOrEqual(before);
      }),
      { seed: 20261127, numRuns: 2_000 },
    );
  });
});
