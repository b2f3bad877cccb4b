import { FILE_ERROR_CODES, FINDING_CODES, LINE_ERROR_CODES, WARNING_CODES } from './import-file.codes';
import en from './import-file.messages.en.json';
import fr from './import-file.messages.fr.json';
import { sentenceOf } from './import-file.sentences';

const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).toSorted((a, b) => a.localeCompare(b));

it('has a sentence for each code and no other, with the same placeholders in both languages', () => {
  const codes = [...FILE_ERROR_CODES, ...LINE_ERROR_CODES, ...WARNING_CODES, ...FINDING_CODES].sort();
  expect(Object.keys(en).sort()).toEqual(codes);
  expect(Object.keys(fr).sort()).toEqual(codes);
  for (const code of codes) expect(placeholders(fr[code])).toEqual(placeholders(en[code]));
});

it('fills placeholders and shortens long values', () => {
  expect(sentenceOf('CELL_COUNT', { found: 3, expected: 5 }, 'fr')).toBe('La ligne a 3 cellules, 5 étaient attendues.');
  expect(sentenceOf('SIREN_INVALID', { column: 'SIREN', value: 'x'.repeat(300) }, 'en').length).toBeLessThan(150);
});
