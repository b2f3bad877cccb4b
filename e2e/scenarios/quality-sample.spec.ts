import { toGlobalId } from '@amiable/platform';
import { openStage, type Ask, type Stage } from '../stage';

/** What collectors said and wrote is looked at by sample: the same sample each time, scored by a manager, answered by who did it. */
jest.setTimeout(120_000);
let stage: Stage;
let keys = 0;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const quality = `query($month: String) { quality(month: $month) { month share mayReview contacts { eventId kind collectorName review { recall tone comment answer } } results { collectorName sampled reviewed passRate } } }`;
const desk = async (ask: Ask, month: string | null = null) => (await ask(quality, { month })).data.quality;
const codeOf = async (ask: Ask, query: string, variables: object) => (await ask(query, variables)).errors?.[0]?.extensions.code ?? 'done';
const review = (ask: Ask, eventId: string, more: object = {}) =>
  codeOf(ask, `mutation($input: ReviewContactInput!) { reviewContact(input: $input) }`, {
    input: {
      eventId,
      recall: 'PASS',
      identity: 'PASS',
      tone: 'FAIL',
      facts: 'PASS',
      nextStep: 'NA',
      comment: 'trop sec',
      idempotencyKey: `quality-${++keys}`,
      ...more,
    },
  });
const answer = (ask: Ask, eventId: string, words = 'le débiteur criait') =>
  codeOf(ask, `mutation($input: AnswerReviewInput!) { answerReview(input: $input) }`, {
    input: { eventId, answer: words, idempotencyKey: `quality-${++keys}` },
  });

it('draws the same contacts again, takes a scorecard of each, and the collector alone reads and answers his own', async () => {
  const { staff, a } = stage.cast;
  const as = (who: 'lea' | 'hugo' | 'manager' | 'accountant' | 'admin') => stage.signIn('agency', staff[who].email);
  const [lea, hugo, nadia, paul] = [await as('lea'), await as('hugo'), await as('manager'), await as('accountant')];
  const caseId = toGlobalId('Case', a.id, a.cases[0].caseId);
  const note = `mutation($input: AddNoteInput!) { addNote(input: $input) { id } }`;
  for (let n = 0; n < 12; n++) {
    const input = { caseId, text: `note ${n}`, idempotencyKey: `quality-note-${n}` };
    expect(await codeOf(n < 10 ? lea : hugo, note, { input })).toBe('done');
  }
  const before = await desk(nadia);
  const drawn = before.contacts.map(({ eventId }: { eventId: string }) => eventId);
  expect(before.results.map(({ collectorName, sampled }: { collectorName: string; sampled: number }) => [collectorName, sampled])).toEqual([
    ['Hugo Delmas', 1],
    ['Léa Marchand', 1],
  ]);
  expect((await desk(nadia)).contacts.map(({ eventId }: { eventId: string }) => eventId)).toEqual(drawn);
  expect((await desk(nadia, '2026-10')).contacts).toEqual([]);
  expect((await desk(lea)).contacts).toEqual([]); // nothing is found yet, and the sample is not hers to see
  expect(await codeOf(paul, quality, { month: null })).toBe('FORBIDDEN');
  const share = `mutation($p: Int!) { reviseQualityShare(percent: $p) }`;
  expect(await codeOf(lea, share, { p: 50 })).toBe('FORBIDDEN');
  expect(await codeOf(nadia, share, { p: 101 })).toBe('SHARE_OUT_OF_BOUNDS');
  expect(await codeOf(nadia, share, { p: 50 })).toBe('done');
  const wider = await desk(nadia);
  expect(wider.contacts).toHaveLength(6); // 5 of 10, 1 of 2
  expect(wider.contacts.map(({ eventId }: { eventId: string }) => eventId)).toEqual(expect.arrayContaining(drawn)); // a larger share adds

  const of = (name: string) => wider.contacts.find(({ collectorName }: { collectorName: string }) => collectorName === name).eventId;
  expect(await review(lea, of('Hugo Delmas'))).toBe('FORBIDDEN');
  expect(await review(nadia, of('Léa Marchand'))).toBe('done');
  expect((await desk(nadia)).results.at(-1)).toEqual({ collectorName: 'Léa Marchand', sampled: 5, reviewed: 1, passRate: 75 });
  expect(await answer(hugo, of('Léa Marchand'))).toBe('REVIEW_NOT_YOURS');
  expect(await answer(lea, of('Hugo Delmas'))).toBe('NOT_FOUND');
  expect(await answer(lea, of('Léa Marchand'), ' ')).toBe('TEXT_MISSING');
  expect(await answer(lea, of('Léa Marchand'))).toBe('done');
  expect((await desk(lea)).contacts).toMatchObject([{ review: { tone: 'FAIL', comment: 'trop sec', answer: 'le débiteur criait' } }]);
  expect((await desk(hugo)).contacts).toEqual([]);
  expect(await review(nadia, of('Léa Marchand'), { tone: 'PASS', comment: 'entendu' })).toBe('done');
  expect((await desk(lea)).contacts).toMatchObject([{ review: { tone: 'PASS', comment: 'entendu', answer: 'le débiteur criait' } }]);
});
