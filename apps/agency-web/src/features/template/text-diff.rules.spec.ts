import fc from 'fast-check';
import { changedLines, diffLines } from './text-diff.rules';

describe('what changed between two versions', () => {
  it('names the lines that are gone and new, in their place', () => {
    expect(diffLines('Bonjour.\n\n[amount]\n\nMerci.', 'Bonjour.\n\n[amount]\n\n[pay]\n\nMerci bien.')).toEqual([
      { kind: 'same', text: 'Bonjour.' },
      { kind: 'same', text: '' },
      { kind: 'same', text: '[amount]' },
      { kind: 'same', text: '' },
      { kind: 'gone', text: 'Merci.' },
      { kind: 'new', text: '[pay]' },
      { kind: 'new', text: '' },
      { kind: 'new', text: 'Merci bien.' },
    ]);
    expect(changedLines(diffLines('a\nb\nc\nd', 'a\nB\nc\nd')).map(({ text }) => text)).toEqual(['a', 'b', 'B', 'c']);
    expect(changedLines(diffLines('a\nb', 'a\nb'))).toEqual([]);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '', 'c'), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const of = (gone: 'gone' | 'new') =>
          lines
            .filter(({ kind }) => kind === 'same' || kind === gone)
            .map((line) => line.text)
            .join('\n');
        expect([of('gone'), of('new')]).toEqual([before, after]);
      }),
    );
  });
});
