import { Temporal } from '@amiable/kernel';
import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import fc from 'fast-check';
import '../index';
import { AnnounceTransfer } from './announce-transfer';
import { afterWorkingDays, mayAnnounceAgain } from './announcement.rules';
import { expireAnnouncements } from './settle-announcements';
import { WithdrawAnnouncement } from './withdraw-announcement';

let test: TestDatabase;
let cast: Cast;
let caseId: string;

beforeEach(async () => {
  test = await openTestDatabase(); // 2 November 2026, a Monday
  cast = await seatCast(test);
  ({ caseId } = cast.a.cases[0]); // 1,533.33 open
});
afterEach(() => test.close());

const debtor = (n: 0 | 1 = 0) => {
  const { debtorId, caseId: own } = cast.a.cases[n];
  return new RequestContext(
    'debtor',
    { kind: 'debtor', id: debtorId, name: 'débiteur', clientId: cast.a.id, caseId: own, brandId: cast.a.brandId },
    'fr',
  );
};
const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx = debtor()) =>
  new Performer(test.database).perform(ctx, cast.a.id, useCase, input);
const announce = (amount = '100', madeOn = '2026-11-02', ctx = debtor()) =>
  perform(new AnnounceTransfer(), { caseId, amount, madeOn }, ctx);
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const hold = async () => (await test.owner(`select state, hold_kind, hold_until::text from cases where id = $1`, [caseId]))[0];
const kinds = async () => (await test.owner<{ kind: string }>(`select kind from timeline_events order by id`)).map(({ kind }) => kind);
const run = (day: string) =>
  test.database.acrossClientsAsWorker((db) => expireAnnouncements(db, RequestContext.system(), Temporal.PlainDate.from(day)));

it('an announced transfer makes every channel wait five working days, and says so in the story', async () => {
  await announce();
  expect(await hold()).toEqual({ state: 'on_hold', hold_kind: 'transfer_announced', hold_until: '2026-11-09' });
  expect(await kinds()).toEqual(['transfer.announced', 'case.held']);
  expect(await refused(announce())).toBe('TRANSFER_ALREADY_ANNOUNCED');
});

it('amount, day and case are checked before anything waits', async () => {
  expect(await refused(announce('1533.34'))).toBe('TRANSFER_TOO_LARGE');
  expect(await refused(announce('0'))).toBe('TRANSFER_TOO_LARGE');
  expect(await refused(announce('10', '2026-11-03'))).toBe('TRANSFER_DAY');
  expect(await refused(announce('10', '2026-10-02'))).toBe('TRANSFER_DAY');
  expect(await refused(announce('10', '2026-11-02', debtor(1)))).toBe('FORBIDDEN');
  await test.owner(`update cases set state = 'closed', closed_on = '2026-11-02', close_reason = 'withdrawn' where id = $1`, [caseId]);
  expect(await refused(announce())).toBe('CASE_CLOSED');
  expect(await kinds()).toEqual([]);
});

it('said by mistake, it is taken back and the case may be paid again at once', async () => {
  await announce();
  await perform(new WithdrawAnnouncement(), { caseId });
  await perform(new WithdrawAnnouncement(), { caseId }); // a double click harms nothing
  expect(await hold()).toEqual({ state: 'open', hold_kind: null, hold_until: null });
  expect(await kinds()).toEqual(['transfer.announced', 'case.held', 'transfer.withdrawn', 'case.resumed']);
  expect(await refused(announce())).toBe('done');
});

it('does not shorten a longer pause, nor end one of another kind', async () => {
  await test.owner(`update cases set state = 'on_hold', hold_kind = 'staff', hold_reason = 'x', hold_until = '2026-12-24' where id = $1`, [
    caseId,
  ]);
  await announce();
  expect(await hold()).toEqual({ state: 'on_hold', hold_kind: 'staff', hold_until: '2026-12-24' });
  await perform(new WithdrawAnnouncement(), { caseId });
  expect(await hold()).toMatchObject({ state: 'on_hold', hold_kind: 'staff' });
});

it('expires by itself, told once; after one that never came, words alone stop nothing for 60 days', async () => {
  await announce();
  expect(await run('2026-11-08')).toBe(0);
  expect(await run('2026-11-09')).toBe(1);
  expect(await run('2026-11-09')).toBe(0);
  const [told] = await test.owner(`select facts from timeline_events where kind = 'transfer.not_found'`);
  expect(told).toEqual({ facts: { amount: '100.00', currency: 'EUR', day: '2026-11-02' } });
  test.clock.advance({ hours: 24 * 8 });
  expect(await refused(announce('50', '2026-11-10'))).toBe('TRANSFER_NEEDS_PROOF');
});

it('working days are never Saturday or Sunday, and always as many as said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
      const from = Temporal.PlainDate.from('2026-01-01').add({ days: offset });
      const end = afterWorkingDays(from, days);
      let counted = 0;
      for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 }))
        if (day.dayOfWeek <= 5) counted += 1;
      return end.dayOfWeek <= 5 && counted === days;
    }),
  );
  const today = Temporal.PlainDate.from('2026-11-02');
  expect(mayAnnounceAgain([{ state: 'received', announcedOn: today }], today)).toBe(true);
  expect(mayAnnounceAgain([{ state: 'expired', announcedOn: today.subtract({ days: 59 }) }], today)).toBe(false);
  expect(mayAnnounceAgain([{ state: 'expired', announcedOn: today.subtract({ days: 60 }) }], today)).toBe(true);
});
