/** One invoice as an accountant's list knows it. Days are `yyyy-mm-dd`, amounts signed minor units. */
export interface ListedInvoice {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: bigint;
  readonly open: bigint;
  readonly disputed: bigint;
  readonly description: string | null;
  /** What the debtor said of this line, and for which day. */
  readonly answer: { readonly kind: 'promised' | 'in_process'; readonly on: string } | null;
}

export type LineState = 'settled' | 'disputed' | 'in_process' | 'promised' | 'overdue' | 'due';

export const shows = ['all', 'open', 'due', 'overdue', 'disputed', 'promised', 'in_process', 'settled'] as const;
export type Show = (typeof shows)[number];
export const sorts = ['due', 'issued', 'number', 'largest', 'smallest'] as const;
export type Sort = (typeof sorts)[number];

/** Where a line stands on a day; what the debtor said of it holds until its day is over. */
export function stateOfLine({ open, disputed, answer, dueOn }: ListedInvoice, today: string): LineState {
  if (open === 0n) return 'settled';
  if (disputed > 0n) return 'disputed';
  if (answer && answer.on >= today) return answer.kind;
  return dueOn < today ? 'overdue' : 'due';
}

/** May it be chosen, to be paid or answered? Only what is owed and not contested. */
export function isChoosable({ open, disputed }: ListedInvoice): boolean {
  return open > 0n && disputed === 0n;
}

/** Names a line within its case in six characters, so that a choice of hundreds fits into an address. */
export function keyOfLine({ id }: Pick<ListedInvoice, 'id'>): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url').slice(-7, -1); // the last carries but two bits
}

/** The lines these keys name; a key that names none or two is left out. */
export function linesOfKeys<L extends Pick<ListedInvoice, 'id'>>(lines: readonly L[], keys: Iterable<string>): L[] {
  const byKey = Map.groupBy(lines, keyOfLine);
  return [...new Set(keys)].flatMap((key) => (byKey.get(key)?.length === 1 ? byKey.get(key)! : []));
}

/** The lines that a search and a filter leave, in order. A search finds part of a number, words of the description, or an amount as typed. */
export function listLines(
  lines: readonly ListedInvoice[],
  { q, show, sort }: { q: string; show: Show; sort: Sort },
  today: string,
): ListedInvoice[] {
  const wanted = plain(q);
  const digits = q.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  const amount = /^-?\d+(\.\d{1,2})?$/.test(digits) ? digits : null;
  const isFound = (line: ListedInvoice) =>
    wanted === '' ||
    plain(line.number).includes(wanted) ||
    plain(line.description ?? '').includes(wanted) ||
    (amount !== null && [line.amount, line.open].some((minor) => isAmount(minor, amount)));
  const isShown = (line: ListedInvoice) => {
    if (show === 'all') return true;
    return show === 'open' ? line.open > 0n : stateOfLine(line, today) === show;
  };
  return lines
    .filter((line) => isShown(line) && isFound(line))
    .sort((a, b) => orders[sort](a, b) || natural.compare(a.number, b.number) || (a.id < b.id ? -1 : 1));
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** "1212" finds 1,212.00 and 1,212.82; "1212.8" finds 1,212.80 and 1,212.82. */
function isAmount(minor: bigint, typed: string): boolean {
  const text = `${minor < 0n ? '-' : ''}${(minor < 0n ? -minor : minor) / 100n}.${String((minor < 0n ? -minor : minor) % 100n).padStart(2, '0')}`;
  return typed.includes('.') ? text.startsWith(typed) : text.split('.')[0] === typed;
}

const natural = new Intl.Collator('en', { numeric: true });
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const bySize = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
const orders: Record<Sort, (a: ListedInvoice, b: ListedInvoice) => number> = {
  due: (a, b) => byText(a.dueOn, b.dueOn),
  issued: (a, b) => byText(b.issuedOn, a.issuedOn),
  number: () => 0,
  largest: (a, b) => bySize(b.open, a.open),
  smallest: (a, b) => bySize(a.open, b.open),
};
