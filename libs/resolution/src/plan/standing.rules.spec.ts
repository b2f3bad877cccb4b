import { Temporal, toDecimal } from '@amiable/kernel';
import { equalInstalments } from './schedule.rules';
import { dueAtOnce, standingOf } from './standing.rules';

const day = (text: string) => Temporal.PlainDate.from(text);
const plan = equalInstalments({ totalMinor: 500_000n, instalments: 12, firstDueOn: day('2027-01-15') });

it('déchéance du terme: 5,000 in 12, two paid, the third missed: 4,166.68 at once (domain.md, section 8)', () => {
  const lost = dueAtOnce(plan, 83_332n, day('2027-03-24'));
  expect([lost.missedMinor, lost.restMinor, lost.totalMinor].map(toDecimal)).toEqual(['416.66', '3750.02', '4166.68']);
});

it('money goes to the oldest instalment first, also when it comes early and by hand', () => {
  const standing = standingOf(plan, 100_000n, day('2027-04-15'));
  expect(standing.slice(0, 5).map((i) => [i.state, toDecimal(i.coveredMinor)])).toEqual([
    ['kept', '416.66'],
    ['kept', '416.66'],
    ['late', '166.68'],
    ['due', '0.00'],
    ['to_come', '0.00'],
  ]);
});

it('a payment that was taken back leaves its instalment late again', () => {
  expect(standingOf(plan, -5n, day('2027-01-16'))[0]).toMatchObject({ state: 'late', coveredMinor: 0n });
});
