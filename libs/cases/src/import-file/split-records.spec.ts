import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { RecordSplitter, splitAll, type RecordShape } from './split-records';

const SHAPE: RecordShape = { separator: ';', quote: '"', newline: '\n' };
const cellsOf = (text: string, shape = SHAPE) => splitAll(text, shape).map(({ cells }) => cells);

describe('RecordSplitter', () => {
  it.each([
    [
      'a;b\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;\n;b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a;1";"b ""x"""\n', [['a;1', 'b "x"']]],
    ['"a\nb";c\n', [['a\nb', 'c']]],
    ['"a\r\nb";c\r\n', [['a\r\nb', 'c']]],
    ['1; "x" ;2', [['1', 'x', '2']]],
    ['"";""\n', [['', '']]],
    ['a"b;c"d\n', [['a"b', 'c"d']]],
    ['"Test \\" line 3";x\n', [['Test \\" line 3', 'x']]],
    ['"Chez" Paul;1\n', [['"Chez" Paul', '1']]],
    ['\n\na\n', [[''], [''], ['a']]],
    ['"a"', [['a']]],
    ['"a";', [['a', '']]],
  ])('cuts %j', (text, cells) => expect(cellsOf(text)).toEqual(cells));

  it('counts lines as an editor does, line breaks in cells included', () => {
    expect(splitAll('h;h\n"a\n\nb";c\n\nd;e\n', SHAPE).map(({ line }) => line)).toEqual([1, 2, 5, 6]);
  });

  it('reads a line whose quote is left open as plain text and goes on with the next', () => {
    const records = splitAll('n;m\n"Dupont;1\nb;2\n"c";3\n', { ...SHAPE, width: 2 });
    expect(records).toEqual([
      { cells: ['n', 'm'], line: 1 },
      { cells: ['"Dupont', '1'], line: 2, quoteLeftOpen: true },
      { cells: ['b', '2'], line: 3 },
      { cells: ['c', '3'], line: 4 },
    ]);
    expect(splitAll(`"${'x;1\n'.repeat(20_000)}`, { ...SHAPE, width: 2 })).toHaveLength(20_000);
  });

  it('refuses a line longer than a mebibyte rather than fill the memory', () => {
    const splitter = new RecordSplitter(SHAPE);
    expect(() => {
      for (let i = 0; i < 20; i++) splitter.push('x'.repeat(100_000));
    }).toThrow('FILE_LINE_TOO_LONG');
  });

  const cell = fc.oneof(fc.string(), fc.stringMatching(/^[a ;,"\n'0-9.-]{0,12}$/)).map((text) => text.replace(/\r/g, ''));
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }));
  const write = (rows: string[][], separator: string, eol: string) =>
    rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator)).join(eol);

  it('reads what was written as csv-parse does, in chunks of any size', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        (rows, separator, eol, size) => {
          const text = write(rows, separator, eol);
          expect(cellsOf(text, { ...SHAPE, separator })).toEqual(rows);
          expect(parse(text, { delimiter: separator })).toEqual(rows);
          const splitter = new RecordSplitter({ ...SHAPE, separator });
          const pieces: string[][] = [];
          for (let at = 0; at < text.length; at += size) pieces.push(...splitter.push(text.slice(at, at + size)).map(({ cells }) => cells));
          expect([...pieces, ...splitter.end().map(({ cells }) => cells)]).toEqual(rows);
        },
      ),
    );
  });
});
