import { Performer, RequestContext, type StaffRole } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { ReopenBrand } from './reopen-brand';
import { SuspendBrand } from './suspend-brand';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
});
afterEach(() => test.close());

const as = (role: StaffRole) =>
  new RequestContext('agency', { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role, portfolio: 'all' }, 'fr');
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const shut = (reason: string, role: StaffRole = 'manager') =>
  codeOf(new Performer(test.database).perform(as(role), cast.a.id, new SuspendBrand(), { brandId: cast.a.brandId, reason }));
const open = (role: StaffRole = 'manager') =>
  codeOf(new Performer(test.database).perform(as(role), cast.a.id, new ReopenBrand(), { brandId: cast.a.brandId }));
const brand = async () =>
  (
    await test.owner(`select suspended_at is not null as shut, suspended_reason as reason, suspended_by as by from brands where id = $1`, [
      cast.a.brandId,
    ])
  )[0];

it('a manager shuts the pages of a brand with a reason, once, and opens them again', async () => {
  expect([await shut('x', 'collector'), await shut(' '), await open()]).toEqual(['FORBIDDEN', 'TEXT_MISSING', 'BRAND_NOT_SUSPENDED']);
  expect(await shut('domaine volé')).toBe('done');
  expect(await brand()).toEqual({ shut: true, reason: 'domaine volé', by: 'Léa Marchand' });
  expect([await shut('encore'), await open('collector'), await open()]).toEqual(['BRAND_SUSPENDED_ALREADY', 'FORBIDDEN', 'done']);
  expect(await brand()).toEqual({ shut: false, reason: null, by: null });
});
