import { Performer, RequestContext, type ClientRole, type StaffRole } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../case/case.abilities';
import { RecordCreditLimit, type RecordCreditLimitInput } from './record-credit-limit';

let test: TestDatabase;
let cast: Cast;
let keys = 0;
beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
});
afterEach(() => test.close());

const staff = (role: StaffRole = 'collector') =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role, portfolio: 'all' }, 'fr');
const company = (role: ClientRole, of = cast.a) =>
  new RequestContext('client', { kind: 'client', id: of.owner.id, name: of.owner.name, role, clientId: of.id }, 'fr');
const record = (ctx: RequestContext, more: Partial<RecordCreditLimitInput> = {}) =>
  new Performer(test.database)
    .perform(
      ctx,
      cast.a.id,
      new RecordCreditLimit(),
      { caseId: cast.a.cases[0].caseId, amount: '5000', source: 'Assureur', until: null, ...more },
      `credit-limit ${++keys}`,
    )
    .then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

it('is kept by the agency and by the company whose risk it is; the former ones stay on record, and the story says it', async () => {
  expect([await record(staff()), await record(company('finance'), { amount: '0', source: 'Nous', until: '2026-12-31' })]).toEqual([
    'done',
    'done',
  ]);
  expect(
    await test.owner(
      `select amount_minor, source, valid_from::text as "from", valid_until::text as until from credit_limits where debtor_id = $1 order by id`,
      [cast.a.cases[0].debtorId],
    ),
  ).toEqual([
    { amount_minor: 500_000n, source: 'Assureur', from: '2026-11-02', until: null },
    { amount_minor: 0n, source: 'Nous', from: '2026-11-02', until: '2026-12-31' },
  ]);
  expect(await test.owner(`select facts, client_sees from timeline_events where kind = 'limit.recorded' order by id`)).toEqual([
    { facts: { amount: '5000.00', currency: 'EUR', source: 'Assureur' }, client_sees: true },
    { facts: { amount: '0.00', currency: 'EUR', source: 'Nous', until: '2026-12-31' }, client_sees: true },
  ]);
});

it('is not set by who may not, for a day gone by, without a source, or of a sum that is a slip of the hand', async () => {
  for (const ctx of [staff('accountant'), company('manager'), company('reader')]) expect(await record(ctx)).toBe('FORBIDDEN');
  expect(await record(company('owner', cast.b))).toBe('NOT_FOUND');
  expect(await record(staff(), { until: '2026-11-01' })).toBe('DAY_IN_PAST');
  expect(await record(staff(), { source: '  ' })).toBe('TEXT_MISSING');
  expect(await record(staff(), { amount: '100000000.01' })).toBe('NOT_AN_AMOUNT');
  expect(await test.owner(`select 1 from credit_limits`)).toEqual([]);
});
