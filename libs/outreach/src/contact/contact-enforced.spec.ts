import { dayOf } from '@amiable/kernel';
import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type CastCase, type TestDatabase } from '@amiable/testing';
import '../index';
import { LogCall, type LogCallInput } from '../call/log-call';
import { SendMessage, type SendMessageInput } from '../message/send-message';
import { readContactStanding } from './contact-standing.queries';

let test: TestDatabase;
let cast: Cast;
let camille: CastCase; // a person, owed to client A
let dominique: CastCase; // a person, owed to client B

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  [, camille] = cast.a.cases;
  [, dominique] = cast.b.cases;
});
afterEach(() => test.close());

const lea = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role: 'collector', portfolio: 'all' },
    'fr',
  );
const outcomeOf = <I, A>(useCase: UseCase<I, A>, clientId: string, input: I) =>
  new Performer(test.database).perform(lea(), clientId, useCase, input).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const call = (theCase: CastCase, more: Partial<LogCallInput> = {}) =>
  outcomeOf(new LogCall(), theCase.clientId, { caseId: theCase.caseId, outcome: 'no_answer', note: null, callBackOn: null, ...more });
const send = (theCase: CastCase, more: Partial<SendMessageInput> = {}) =>
  outcomeOf(new SendMessage(), theCase.clientId, { caseId: theCase.caseId, template: 'reminder_1', note: null, ...more });
const standing = (theCase: CastCase) =>
  test.database.inTenant(theCase.clientId, (db) => readContactStanding(db, theCase.clientId, theCase.caseId));

describe('the contact policy is held at the server', () => {
  it('three attempts in seven days and no fourth; who calls us is heard; the seventh day after makes room', async () => {
    expect([await call(camille), await call(camille), await call(camille)]).toEqual(['done', 'done', 'done']);
    expect(await call(camille)).toBe('CALL_TOO_OFTEN');
    expect(await call(camille, { outcome: 'promised', inbound: true })).toBe('done');
    test.clock.advance({ hours: 7 * 24 });
    expect(await call(camille)).toBe('done');
    expect(await call(camille)).toBe('CALL_TOO_OFTEN'); // four in thirty days
  });

  it('one talk in seven days, unless the debtor asked to be called at that time', async () => {
    expect(await call(camille, { outcome: 'refused' })).toBe('done');
    test.clock.advance({ hours: 24 });
    expect(await call(camille)).toBe('CALL_TOO_OFTEN');
    expect(
      await call(camille, {
        outcome: 'call_back',
        inbound: true,
        callBackOn: dayOf(test.clock).add({ days: 1 }).toString(),
        callBackTime: '15:00',
      }),
    ).toBe('done');
    test.clock.advance({ hours: 24 });
    expect((await standing(camille)).isAskedFor).toBe(true);
    expect(await call(camille)).toBe('done');
  });

  it('not outside the hours: on Sundays, holidays and after the end, but for the half hour in which it is written down', async () => {
    test.clock.set('2026-11-08', '11:00');
    expect(await call(camille)).toBe('CALL_OUT_OF_HOURS');
    test.clock.set('2026-11-11', '11:00');
    expect(await call(camille)).toBe('CALL_OUT_OF_HOURS');
    test.clock.set('2026-11-10', '20:05');
    expect(await call(camille)).toBe('CALL_OUT_OF_HOURS');
    test.clock.set('2026-11-10', '19:50');
    expect(await call(camille)).toBe('done');
  });

  it('two messages that ask for money in seven days; a confirmation uses nothing up; one taken back gives its place back', async () => {
    expect([await send(camille), await send(camille, { template: 'free_message', note: 'Bonjour' })]).toEqual(['done', 'done']);
    expect(await send(camille)).toBe('WRITTEN_TOO_OFTEN');
    expect(await send(camille, { template: 'promise_confirmation' })).toBe('done');
    await test.owner(`update messages set state = 'cancelled' where template = 'free_message'`);
    expect(await send(camille)).toBe('done');
  });

  it('counts the person, not the client: whoever is owed by the same telephone; the rows of others stay unseen', async () => {
    await test.owner(`update debtors set phone = '06 00 00 10 02' where id = $1`, [dominique.debtorId]); // Camille's, in another way of writing
    await call(camille);
    await call(camille);
    await call(dominique);
    expect(await call(dominique)).toBe('CALL_TOO_OFTEN');
    expect((await standing(dominique)).budget.caps[0]).toMatchObject({ kind: 'attempts', used: 3 });
    const columns = await test.owner<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'contact_marks' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(['event_id', 'kind', 'on_day', 'person']);
    expect(await test.database.inTenant(cast.a.id, (db) => db.rows(`select id from cases where id = $1`, [dominique.caseId]))).toEqual([]);
  });

  it('words that the law forbids do not leave, and the refusal names words and article', async () => {
    const sent = new Performer(test.database).perform(lea(), camille.clientId, new SendMessage(), {
      caseId: camille.caseId,
      template: 'reminder_1',
      note: 'Un huissier passera chez vous.',
    });
    await expect(sent).rejects.toMatchObject({ code: 'TEXT_NOT_LAWFUL', facts: { words: 'huissier', rule: 'BAILIFF' }, field: 'note' });
    expect(await test.owner(`select 1 from messages`)).toEqual([]);
  });
});
