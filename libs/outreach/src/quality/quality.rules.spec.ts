import fc from 'fast-check';
import { passRate, sampleSize, type Scorecard } from './quality.rules';

it.each([
  [0, 5, 0],
  [1, 5, 1],
  [20, 5, 1],
  [21, 5, 2],
  [3, 100, 3],
])('of %i contacts at %i %% %i are looked at', (contacts, percent, size) => {
  expect(sampleSize(contacts, percent)).toBe(size);
});

it('never looks at more than there are, nor at nothing of somebody who made some', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100 }), (contacts, percent) => {
      const size = sampleSize(contacts, percent);
      return size >= 1 && size <= contacts;
    }),
  );
});

it('reckons the share that passed of what applied', () => {
  const all: Scorecard = { recall: 'pass', identity: 'pass', tone: 'pass', facts: 'pass', nextStep: 'pass' };
  expect(passRate([])).toBeNull();
  expect(passRate([{ recall: 'na', identity: 'na', tone: 'na', facts: 'na', nextStep: 'na' }])).toBeNull();
  expect(passRate([all, { ...all, recall: 'na', tone: 'fail' }])).toBe(89);
});
