import { COLUMN_SYNONYMS } from './column-synonyms';
import { IMPORT_FIELDS, type ImportField } from './import-file.types';

const NUMBER_WORDS = new Set(['n', 'no', 'num', 'numero', 'number', 'nr', 'nbr']);
const LITTLE_WORDS = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'the', 'of', 'en', 'eur', 'euro', 'euros', 'a']);

const unaccented = (text: string) => text.replace(/[°º]/g, 'o ').replace(/œ/gi, 'oe').normalize('NFD').replace(/\p{M}/gu, '');

/** How a header is looked up: by all its words, then without articles and with one word for "number". */
export function namesOfColumn(header: string): { whole: string; essential: string } {
  const split = unaccented(header.slice(0, 200))
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const words = split.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const essential = words.filter((word) => !LITTLE_WORDS.has(word)).map((word) => (NUMBER_WORDS.has(word) ? 'no' : word));
  return { whole: words.join(''), essential: essential.join('') };
}

export interface KnownName {
  field: ImportField;
  /** 0 is the surest name of the field. */
  rank: number;
}

const WHOLE = new Map<string, KnownName>();
const ESSENTIAL = new Map<string, KnownName>();
const eachSynonym = (visit: (names: { whole: string; essential: string }, known: KnownName) => void) => {
  for (const field of IMPORT_FIELDS) COLUMN_SYNONYMS[field].forEach((synonym, rank) => visit(namesOfColumn(synonym), { field, rank }));
};
eachSynonym(({ whole }, known) => void (WHOLE.has(whole) || WHOLE.set(whole, known)));
// "Montant dû" without its little word is another field's "Montant": such a short form is not ours to take.
eachSynonym(({ essential }, known) => {
  if ((WHOLE.get(essential)?.field ?? known.field) === known.field && essential && !ESSENTIAL.has(essential))
    ESSENTIAL.set(essential, known);
});

/** The field a header names, if it is a name we know. */
export function fieldNamedBy(header: string): KnownName | null {
  const { whole, essential } = namesOfColumn(header);
  return WHOLE.get(whole) ?? ESSENTIAL.get(essential) ?? null;
}

/** Column names made unique and never blank: "#4" for the fourth without a name, "id (2)" for the second "id". */
export function uniqueColumnNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const plain =
      header
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, 200) || `#${index + 1}`;
    let name = plain === '__proto__' ? `#${index + 1}` : plain; // would be lost as a key of `extra`
    for (let n = 2; taken.has(name); n++) name = `${plain} (${n})`;
    taken.add(name);
    return name;
  });
}
