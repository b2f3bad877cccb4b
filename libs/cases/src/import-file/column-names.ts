import { COLUMN_SYNONYMS } from './column-synonyms';
import { IMPORT_FIELDS, type ImportField } from './import-file.types';

const NUMBER_WORDS = new Set(['n', 'no', 'num', 'numero', 'number', 'nr', 'nbr']);
const LITTLE_WORDS = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'the', 'of', 'en', 'eur', 'euro', 'euros', 'a']);

const unaccented = (text: string) =>
  text.replace(/[°º]/g, 'o ').replace(/œ/gi, 'oe').normalize('NFD').replace(/\p{M}/gu, '');

/** The forms under which a header is looked up: whole, and without articles and with one word for "number". */
export function namesOfColumn(header: string): string[] {
  const split = unaccented(header.slice(0, 200)).replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  const words = split.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const whole = words.join('');
  const essential = words.filter((word) => !LITTLE_WORDS.has(word)).map((word) => (NUMBER_WORDS.has(word) ? 'no' : word));
  return whole === '' ? [] : [...new Set([essential.join(''), whole])].filter(Boolean);
}

export interface KnownName {
  field: ImportField;
  /** 0 is the surest name of the field. */
  rank: number;
}

const KNOWN_NAMES = new Map<string, KnownName>();
for (const field of IMPORT_FIELDS) {
  COLUMN_SYNONYMS[field].forEach((synonym, rank) => {
    for (const name of namesOfColumn(synonym)) if (!KNOWN_NAMES.has(name)) KNOWN_NAMES.set(name, { field, rank });
  });
}

/** The field a header names, if it is a name we know. */
export function fieldNamedBy(header: string): KnownName | null {
  for (const name of namesOfColumn(header)) {
    const known = KNOWN_NAMES.get(name);
    if (known) return known;
  }
  return null;
}

/** Column names made unique and never blank: "#4" for the fourth without a name, "id (2)" for the second "id". */
export function uniqueColumnNames(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const plain = header.normalize('NFC').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 200) || `#${index + 1}`;
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain} (${n})`;
    taken.add(name);
    return name;
  });
}
