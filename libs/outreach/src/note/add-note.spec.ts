import { Performer, RequestContext } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { LogCall } from '../call/log-call';
import { AddNote } from './add-note';

let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
});
afterEach(() => test.close());

const lea = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role: 'collector', portfolio: 'all' },
    'fr',
  );
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string; field: string | null; facts: object }) => ({ code: error.code, field: error.field, ...error.facts }),
  );
const note = (text: string) =>
  codeOf(new Performer(test.database).perform(lea(), cast.a.id, new AddNote(), { caseId: cast.a.cases[0].caseId, text }));
const notes = () => test.owner(`select facts->>'note' as note from timeline_events where kind = 'note.added'`);

it('a note is for colleagues, and no place for health or card numbers: it is refused with the words and the article', async () => {
  expect(await note('  Rappeler lundi, la comptable décide.  ')).toBe('done');
  expect(await note('Hospitalisé depuis mardi, rappeler.')).toMatchObject({ code: 'TEXT_NOT_LAWFUL', field: 'text', rule: 'SENSITIVE' });
  expect(await note('Carte 4242 4242 4242 4242')).toMatchObject({ code: 'TEXT_NOT_LAWFUL', rule: 'CARD_NUMBER' });
  expect(await note(' ')).toMatchObject({ code: 'TEXT_MISSING' });
  expect(await notes()).toEqual([{ note: 'Rappeler lundi, la comptable décide.' }]);
});

it('what is written beside a call is looked at too, before the call is logged', async () => {
  const call = (words: string | null) =>
    codeOf(
      new Performer(test.database).perform(lea(), cast.a.id, new LogCall(), {
        caseId: cast.a.cases[0].caseId,
        outcome: 'no_answer',
        note: words,
        callBackOn: null,
      } as never),
    );
  expect(await call('Hospitalisé depuis mardi.')).toMatchObject({ code: 'TEXT_NOT_LAWFUL', field: 'note' });
  expect(await test.owner(`select count(*)::int as n from actions where state = 'done'`)).toEqual([{ n: 0 }]);
  expect(await call('Répondeur.')).toBe('done');
});
