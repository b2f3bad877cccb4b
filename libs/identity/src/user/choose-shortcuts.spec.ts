import { requireGoodShortcuts } from './choose-shortcuts';

const refusal = (keys: Record<string, string>) => {
  try {
    requireGoodShortcuts({ letterKeys: true, keys });
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('keys of one’s own', () => {
  it.each<[Record<string, string>, string | null]>([
    [{}, null],
    [{ t: 'c', m: 'é' }, null],
    [{ t: 'ù', '?': ',' }, null],
    [{ t: '1' }, 'SHORTCUT_NOT_A_KEY'],
    [{ t: 'T' }, 'SHORTCUT_NOT_A_KEY'],
    [{ t: 'ab' }, 'SHORTCUT_NOT_A_KEY'],
    [{ t: ' ' }, 'SHORTCUT_NOT_A_KEY'],
    [{ t: 'c', m: 'c' }, 'SHORTCUT_TWICE'],
  ])('%j: %s', (keys, code) => expect(refusal(keys)).toBe(code));
});
