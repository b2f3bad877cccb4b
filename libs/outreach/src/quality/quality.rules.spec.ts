import { openTestDatabase, type TestDatabase } from '@amiable/testing';
import { passRate, sampleSizeSql, type Scorecard } from './quality.rules';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

it.each([
  [0, 5, 0],
  [1, 5, 1],
  [20, 5, 1],
  [21, 5, 2],
  [3, 100, 3],
])('of %i contacts at %i %% %i are looked at', async (contacts, percent, size) => {
  expect(await test.owner(`select ${sampleSizeSql('$1::int', '$2::int')}::int as size`, [contacts, percent])).toEqual([{ size }]);
});

it('never looks at more than there are, nor at nothing of somebody who made some', async () => {
  expect(
    await test.owner(
      `select count(*)::int as pairs, count(*) filter (where size not between 1 and made)::int as wrong from generate_series(1, 2000) made, generate_series(1, 100) share,
       lateral (select ${sampleSizeSql('made', 'share')} as size) s`,
    ),
  ).toEqual([{ pairs: 200_000, wrong: 0 }]);
});

it('reckons the share that passed of what applied', () => {
  const all: Scorecard = { recall: 'pass', identity: 'pass', tone: 'pass', facts: 'pass', nextStep: 'pass' };
  expect(passRate([])).toBeNull();
  expect(passRate([{ recall: 'na', identity: 'na', tone: 'na', facts: 'na', nextStep: 'na' }])).toBeNull();
  expect(passRate([all, { ...all, recall: 'na', tone: 'fail' }])).toBe(89);
});
