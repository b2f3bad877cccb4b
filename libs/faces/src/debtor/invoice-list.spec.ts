import { newId } from '@amiable/kernel';
import fc from 'fast-check';
import { isChoosable, keyOfLine, linesOfKeys, listLines, type ListedInvoice, shows, sorts, stateOfLine } from './invoice-list.rules';

const today = '2026-11-02';
const line = (number: string, facts: Partial<ListedInvoice> = {}): ListedInvoice => ({
  id: newId(),
  number,
  issuedOn: '2026-09-01',
  dueOn: '2026-10-01',
  amount: 10_000n,
  open: 10_000n,
  disputed: 0n,
  description: null,
  answer: null,
  ...facts,
});
const numbers = (lines: readonly ListedInvoice[], query: Partial<Parameters<typeof listLines>[1]>) =>
  listLines(lines, { q: '', show: 'all', sort: 'number', ...query }, today).map(({ number }) => number);

const lines = [
  line('F-2', { amount: 121_282n, open: 121_282n }),
  line('F-10', { dueOn: '2026-11-02', description: 'Livraison été' }),
  line('F-1', { open: 0n }),
  line('F-3', { disputed: 500n }),
  line('F-4', { answer: { kind: 'promised', on: '2026-11-02' } }),
  line('F-5', { answer: { kind: 'in_process', on: '2026-11-15' } }),
  line('F-6', { answer: { kind: 'promised', on: '2026-11-01' } }),
  line('AV-7', { amount: -5_000n, open: -5_000n }),
];

it.each([
  ['all', ['AV-7', 'F-1', 'F-2', 'F-3', 'F-4', 'F-5', 'F-6', 'F-10']],
  ['open', ['F-2', 'F-3', 'F-4', 'F-5', 'F-6', 'F-10']],
  ['due', ['F-10']],
  ['overdue', ['AV-7', 'F-2', 'F-6']],
  ['disputed', ['F-3']],
  ['promised', ['F-4']],
  ['in_process', ['F-5']],
  ['settled', ['F-1']],
] as const)('the filter %s', (show, expected) => {
  expect(numbers(lines, { show })).toEqual(expected);
});

it.each([
  ['f-10', ['F-10']],
  ['F10', ['F-10']],
  ['ete', ['F-10']],
  ['1212', ['F-2']],
  ['1 212,82', ['F-2']],
  ['1 212,8 €', ['F-2']],
  ['1212.81', []],
  ['100,00', ['F-1', 'F-3', 'F-4', 'F-5', 'F-6', 'F-10']],
  ['rien', []],
])('the search “%s”', (q, expected) => {
  expect(numbers(lines, { q })).toEqual(expected);
});

it('sorts by day, number as people count, and amount', () => {
  expect(numbers(lines, { sort: 'due' }).at(-1)).toBe('F-10');
  expect(numbers(lines, { sort: 'largest' })[0]).toBe('F-2');
  expect(numbers(lines, { sort: 'smallest' })[0]).toBe('AV-7');
});

it('only what is owed and not contested may be chosen', () => {
  expect(lines.filter(isChoosable).map(({ number }) => number)).toEqual(['F-2', 'F-10', 'F-4', 'F-5', 'F-6']);
});

it('a choice of thousands is named by six characters each, and every key leads back to its line', () => {
  const many = Array.from({ length: 3_000 }, (_, i) => ({ ...line(`F-${i}`), id: crypto.randomUUID() }));
  const keys = many.map(keyOfLine);
  expect(keys.every((key) => /^[\w-]{6}$/.test(key))).toBe(true);
  expect(linesOfKeys(many, keys)).toHaveLength(3_000);
  expect(linesOfKeys(many, ['nobody', '', keys[0]!, keys[0]!])).toEqual([many[0]]);
  expect(linesOfKeys([many[0]!, { ...many[1]!, id: many[0]!.id }], [keys[0]!])).toEqual([]);
});

it('filters part the lines: each open line stands under exactly one state, whatever it is', () => {
  const anyLine = fc.record({
    open: fc.bigInt({ min: -5n, max: 5n }),
    disputed: fc.constantFrom(0n, 1n),
    dueOn: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
    answer: fc.constantFrom(null, { kind: 'promised' as const, on: '2026-11-02' }, { kind: 'in_process' as const, on: '2026-11-01' }),
  });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 30 }), fc.constantFrom(...sorts), (facts, sort) => {
      const some = facts.map((fact, i) => line(`F-${i}`, fact));
      const states = shows.filter((show) => show !== 'all' && show !== 'open');
      const parted = states.flatMap((show) => listLines(some, { q: '', show, sort }, today));
      expect(parted).toHaveLength(some.length);
      expect(new Set(parted).size).toBe(some.length);
      expect(new Set(some.map((one) => stateOfLine(one, today))).size).toBeLessThanOrEqual(states.length);
    }),
  );
});
