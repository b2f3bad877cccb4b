import { plainWord } from './clean-text';

/** Columns repeat few words: the answer per raw cell is remembered, up to 2,000 of them. */
export function memoised<T>(parse: (word: string) => T): (cell: string) => T {
  const remembered = new Map<string, T>();
  return (cell) => {
    const known = remembered.get(cell);
    if (known !== undefined) return known;
    const answer = parse(plainWord(cell.slice(0, 100)));
    if (remembered.size >= 2_000) remembered.clear();
    remembered.set(cell, answer);
    return answer;
  };
}
