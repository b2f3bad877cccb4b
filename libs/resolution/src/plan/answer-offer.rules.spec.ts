import type { PlanEnvelope, PlanFrequency } from '@amiable/clients';
import { Temporal, toDecimal, type RoundingPolicy } from '@amiable/kernel';
import fc from 'fast-check';
import { answerOffer, proposedPlans, type OfferAnswer, type OfferedPlan, type PlanWish } from './answer-offer.rules';
import { clausesBroken } from './envelope.rules';

const today = Temporal.PlainDate.from('2026-11-02');
const envelope: PlanEnvelope = {
  longestMonths: 6,
  smallestInstalmentMinor: 2_000n,
  smallestFirstMinor: 0n,
  firstWithinDays: 45,
  frequencies: ['monthly', 'fortnightly', 'weekly'],
  skips: 1,
  moves: 1,
  longestMoveDays: 10,
  rounding: 'LAST',
  graceDays: 8,
  approver: 'manager',
  answerDays: 5,
};
const wish = (amount: bigint, firstDueOn = '2026-11-10', frequency: PlanFrequency = 'monthly'): PlanWish => ({
  amountMinor: amount,
  firstDueOn: Temporal.PlainDate.from(firstDueOn),
  frequency,
});
const amounts = (plan: OfferedPlan) => plan.instalments.map((i) => toDecimal(i.amountMinor));
const ask = (w: PlanWish, more: Partial<PlanEnvelope> = {}, owedMinor = 153_333n): OfferAnswer =>
  answerOffer(w, { owedMinor, envelope: { ...envelope, ...more }, today });

describe('what a debtor offers is answered at once', () => {
  it('300 a month for 1,533.33: yes, with his own amounts and the rest at the end', () => {
    const answer = ask(wish(30_000n));
    expect(answer.kind === 'accept' && amounts(answer.plan)).toEqual(['300.00', '300.00', '300.00', '300.00', '300.00', '33.33']);
  });

  it('a rest too small for an instalment is made up from the one before', () => {
    const answer = ask(wish(30_600n));
    expect(answer.kind === 'accept' && amounts(answer.plan)).toEqual(['306.00', '306.00', '306.00', '306.00', '289.33', '20.00']);
  });

  it('everything on one day within the time: yes', () => {
    const answer = ask(wish(200_000n, '2026-12-01'));
    expect(answer.kind === 'accept' && answer.plan.instalments.map((i) => [i.dueOn.toString(), i.amountMinor])).toEqual([
      ['2026-12-01', 153_333n],
    ]);
  });

  it('200 a month is too slow for six months: the nearest are offered, the first with the least to pay', () => {
    const answer = ask(wish(20_000n));
    if (answer.kind !== 'counter') throw new Error(answer.kind);
    expect(answer.plans.length).toBeGreaterThan(1);
    expect(answer.plans.map(amounts)[0]!.length).toBeGreaterThanOrEqual(6);
    expect(new Set(answer.plans.map((plan) => plan.frequency)).size).toBeGreaterThan(1); // another rhythm is among them
  });

  it('a day too far away is brought nearer, the amounts stay possible', () => {
    const answer = ask(wish(30_000n, '2027-02-01'));
    expect(answer.kind === 'counter' && answer.plans[0]!.instalments[0]!.dueOn.toString()).toBe('2026-12-17');
  });

  it('30 a month is far from what the mandate allows: a person decides, by a day', () => {
    expect(ask(wish(3_000n))).toEqual({ kind: 'person', answerBy: Temporal.PlainDate.from('2026-11-07') });
  });

  it('a higher first payment is asked for when the mandate wants one', () => {
    const answer = ask(wish(30_000n), { smallestFirstMinor: 50_000n });
    expect(answer.kind === 'counter' && answer.plans[0]!.instalments[0]!.amountMinor).toBeGreaterThanOrEqual(50_000n);
  });

  it('two or three plans are there to choose without typing', () => {
    const plans = proposedPlans({ owedMinor: 153_333n, envelope, today });
    expect(plans.map((plan) => plan.instalments.length)).toEqual([6, 3, 2]);
    expect(amounts(plans[0]!)).toEqual(['255.55', '255.55', '255.55', '255.55', '255.55', '255.58']);
  });
});

const anyEnvelope: fc.Arbitrary<PlanEnvelope> = fc.record({
  longestMonths: fc.integer({ min: 1, max: 24 }),
  smallestInstalmentMinor: fc.bigInt({ min: 1n, max: 20_000n }),
  smallestFirstMinor: fc.bigInt({ min: 0n, max: 50_000n }),
  firstWithinDays: fc.integer({ min: 0, max: 60 }),
  frequencies: fc.subarray<PlanFrequency>(['monthly', 'fortnightly', 'weekly'], { minLength: 1 }),
  skips: fc.constant(1),
  moves: fc.constant(1),
  longestMoveDays: fc.constant(10),
  rounding: fc.constantFrom<RoundingPolicy>('LAST', 'FIRST', 'SPREAD'),
  graceDays: fc.constant(8),
  approver: fc.constant<'manager'>('manager'),
  answerDays: fc.integer({ min: 1, max: 10 }),
});
const anyAsk = fc.record({
  envelope: anyEnvelope,
  owedMinor: fc.bigInt({ min: 1n, max: 5_000_000n }),
  amountMinor: fc.bigInt({ min: 1n, max: 6_000_000n }),
  shift: fc.integer({ min: 0, max: 90 }),
  frequency: fc.constantFrom<PlanFrequency>('monthly', 'fortnightly', 'weekly'),
});
const rank = { person: 0, counter: 1, accept: 2 } as const;

describe('whatever is offered, under whatever mandate', () => {
  const runs = { numRuns: 200 };

  it('what is granted or offered back is inside the envelope, adds up to the cent, goes forward in time and asks no more than is owed', () => {
    fc.assert(
      fc.property(anyAsk, ({ envelope: any, owedMinor, amountMinor, shift, frequency }) => {
        const answer = answerOffer({ amountMinor, firstDueOn: today.add({ days: shift }), frequency }, { owedMinor, envelope: any, today });
        const plans = answer.kind === 'accept' ? [answer.plan] : answer.kind === 'counter' ? answer.plans : [];
        for (const plan of [...plans, ...proposedPlans({ owedMinor, envelope: any, today })]) {
          expect(clausesBroken(plan, any, today)).toEqual([]);
          expect(plan.instalments.reduce((sum, i) => sum + i.amountMinor, 0n)).toBe(owedMinor);
          expect(plan.instalments.every((one) => one.amountMinor > 0n)).toBe(true);
          const days = plan.instalments.map((one) => one.dueOn.toString());
          expect(days).toEqual([...new Set(days)].sort());
        }
        if (answer.kind === 'accept') expect(answer.plan.instalments.every((one) => one.amountMinor <= amountMinor)).toBe(true);
        if (answer.kind === 'counter') expect([1, 2, 3]).toContain(answer.plans.length);
      }),
      runs,
    );
  });

  it('who offers more is never answered worse', () => {
    fc.assert(
      fc.property(anyAsk, fc.bigInt({ min: 0n, max: 1_000_000n }), ({ envelope: any, owedMinor, amountMinor, shift, frequency }, more) => {
        const at = (amount: bigint) =>
          rank[
            answerOffer({ amountMinor: amount, firstDueOn: today.add({ days: shift }), frequency }, { owedMinor, envelope: any, today })
              .kind
          ];
        expect(at(amountMinor + more)).toBeGreaterThanOrEqual(at(amountMinor));
      }),
      runs,
    );
  });

  it('is stable: the same wish gets the same answer, and who takes up a counter-offer is told yes', () => {
    fc.assert(
      fc.property(anyAsk, ({ envelope: any, owedMinor, amountMinor, shift, frequency }) => {
        const ground = { owedMinor, envelope: any, today };
        const asked = { amountMinor, firstDueOn: today.add({ days: shift }), frequency };
        const answer = answerOffer(asked, ground);
        expect(answerOffer(asked, ground)).toEqual(answer);
        if (answer.kind !== 'counter') return;
        for (const plan of answer.plans) {
          const largest = plan.instalments.reduce((max, i) => (i.amountMinor > max ? i.amountMinor : max), 0n);
          const again = { amountMinor: largest, firstDueOn: plan.instalments[0]!.dueOn, frequency: plan.frequency };
          expect(answerOffer(again, ground).kind).toBe('accept');
        }
      }),
      runs,
    );
  });
});
