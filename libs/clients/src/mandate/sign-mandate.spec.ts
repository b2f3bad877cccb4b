import { Performer, RequestContext } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import type { MandateTerms, PlanTerms } from './mandate-terms.rules';
import { SignMandate } from './sign-mandate';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
});
afterEach(() => test.close());

const plan: PlanTerms = {
  smallestInstalmentMinor: 5_000n,
  smallestFirstMinor: 0n,
  firstWithinDays: 20,
  frequencies: ['monthly'],
  skips: 0,
  moves: 2,
  longestMoveDays: 5,
  rounding: 'FIRST',
  graceDays: 3,
  approver: 'client',
  answerDays: 2,
};
const sign = async (terms: Partial<MandateTerms>) => {
  const manager = new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.admin.id, name: cast.staff.admin.name, role: 'admin', portfolio: 'all' },
    'fr',
  );
  const [brand] = await test.owner<{ id: string }>(`select id from brands where client_id = $1`, [cast.a.id]);
  return new Performer(test.database).perform(manager, cast.a.id, new SignMandate(), {
    brandId: brand!.id,
    terms: {
      hat: 'client_name',
      signedOn: '2026-11-01',
      settlement: 'trust',
      remittance: 'net',
      feeTiers: [{ upToMonths: null, percent: '10' }],
      vatPercent: '20',
      partPayment: true,
      smallestPaymentMinor: 1_000n,
      longestPlanMonths: 12,
      channels: ['email', 'letter'],
      ...terms,
    },
  });
};
const refused = (terms: Partial<MandateTerms>) =>
  sign(terms).then(
    () => 'signed',
    (error: { code: string; field: string }) => [error.code, error.field],
  );

it('a new version stands beside the one that cases were placed under, with its own envelope and clauses', async () => {
  const before = await test.owner(`select id, mandate_id from cases where client_id = $1 order by id`, [cast.a.id]);
  const { mandateId } = await sign({ plan, late: { interest: true, indemnity: true, penaltyPercent: '2.5' } });
  expect(await test.owner(`select id, mandate_id from cases where client_id = $1 order by id`, [cast.a.id])).toEqual(before);
  const [version] = await test.owner(`select * from mandates where id = $1`, [mandateId]);
  expect(version).toMatchObject({
    longest_plan_months: 12,
    plan_smallest_instalment_minor: 5_000n,
    plan_first_within_days: 20,
    plan_frequencies: ['monthly'],
    plan_moves: 2,
    plan_rounding: 'FIRST',
    plan_approver: 'client',
    late_interest: true,
    late_indemnity: true,
    penalty_percent: '2.50',
  });
});

it('what nobody speaks of stays as usual: no interest, the usual envelope', async () => {
  const { mandateId } = await sign({});
  const [version] = await test.owner(`select * from mandates where id = $1`, [mandateId]);
  expect(version).toMatchObject({
    plan_grace_days: 8,
    plan_approver: 'manager',
    late_interest: false,
    late_indemnity: false,
    penalty_percent: '0.00',
  });
});

it.each([
  [{ plan: { ...plan, graceDays: 61 } }, ['MANDATE_PLAN_ENVELOPE', 'graceDays']],
  [{ plan: { ...plan, answerDays: 0 } }, ['MANDATE_PLAN_ENVELOPE', 'answerDays']],
  [{ plan: { ...plan, frequencies: [] } }, ['MANDATE_PLAN_ENVELOPE', 'frequencies']],
  [{ plan: { ...plan, skips: 1.5 } }, ['MANDATE_PLAN_ENVELOPE', 'skips']],
  [{ late: { interest: false, indemnity: false, penaltyPercent: '25' } }, ['MANDATE_PENALTY', 'penaltyPercent']],
  [
    { limits: { promiseDays: 61, paymentRunDays: 45, disputeAnswerDays: 14, promiseGraceDays: 2, promiseTolerancePercent: '0' } },
    ['MANDATE_LIMIT', 'promiseDays'],
  ],
  [
    { limits: { promiseDays: 30, paymentRunDays: 45, disputeAnswerDays: 0, promiseGraceDays: 2, promiseTolerancePercent: '0' } },
    ['MANDATE_LIMIT', 'disputeAnswerDays'],
  ],
  [
    { limits: { promiseDays: 30, paymentRunDays: 45, disputeAnswerDays: 14, promiseGraceDays: 31, promiseTolerancePercent: '0' } },
    ['MANDATE_LIMIT', 'promiseGraceDays'],
  ],
  [
    { limits: { promiseDays: 30, paymentRunDays: 45, disputeAnswerDays: 14, promiseGraceDays: 2, promiseTolerancePercent: '20.01' } },
    ['MANDATE_LIMIT', 'promiseTolerancePercent'],
  ],
])('%j cannot stand', async (terms, why) => {
  expect(await refused(terms as Partial<MandateTerms>)).toEqual(why);
});
