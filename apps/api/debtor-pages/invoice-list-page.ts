import {
  isChoosable,
  keyOfLine,
  linesOfKeys,
  listLines,
  shows,
  sorts,
  stateOfLine,
  toLineDocument,
  type ListedInvoice,
  type ShownDocument,
} from '@amiable/faces';
import { toDecimal } from '@amiable/kernel';
import type { InvoiceChoice, InvoiceList } from '../../../libs/web-kit/src/debtor-pages';

/** Lines of one page: with them the page stays light on a slow line. */
const linesPerPage = 50;
const numbersNamed = 6;
/** Keys an address carries: twelve kilobytes, below what servers and proxies take as a head. */
const mostKeys = 1_800;

export type Listed = ListedInvoice & { readonly documents: readonly ShownDocument[] };

/** How a list was asked for; what is not understood is the usual. */
export interface ListQuery {
  readonly q: string;
  readonly show: InvoiceList['show'];
  readonly sort: InvoiceList['sort'];
  readonly page: number;
  readonly keys: readonly string[];
}

type Asked = Record<string, string | string[] | undefined>;
const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

export function queryOf(asked: Asked): ListQuery {
  return {
    q: text(asked.q).slice(0, 60),
    show: shows.find((show) => show === asked.show) ?? 'all',
    sort: sorts.find((sort) => sort === asked.sort) ?? 'due',
    page: Math.max(1, Math.min(10_000, Number.parseInt(text(asked.page), 10) || 1)),
    keys: keysOf(asked.s),
  };
}

/** Keys of lines as an address or a form carries them. */
export function keysOf(value: string | string[] | undefined): string[] {
  return [...new Set([value ?? []].flat().flatMap((part) => part.split('.')))].filter((key) => /^[\w-]{6}$/.test(key)).slice(0, mostKeys);
}

/** The address of a list; what is usual is left out. */
export function addressOf({ q, show, sort, page, keys }: ListQuery): string {
  const asked = new URLSearchParams();
  if (q) asked.set('q', q);
  if (show !== 'all') asked.set('show', show);
  if (sort !== 'due') asked.set('sort', sort);
  if (page > 1) asked.set('page', String(page));
  if (keys.length > 0) asked.set('s', keys.slice(0, mostKeys).join('.'));
  return asked.size > 0 ? `?${asked.toString()}` : '';
}

/** One page of the list, with what is chosen on it and elsewhere. */
export function listPage(
  lines: readonly Listed[],
  query: ListQuery,
  at: { today: string; currency: string; clientId: string },
): InvoiceList {
  const money = (minor: bigint) => ({ amount: toDecimal(minor), currency: at.currency });
  const found = listLines(lines, query, at.today) as Listed[];
  const pages = Math.max(1, Math.ceil(found.length / linesPerPage));
  const page = Math.min(query.page, pages);
  const shown = found.slice((page - 1) * linesPerPage, page * linesPerPage);
  const chosen = new Set(linesOfKeys(lines.filter(isChoosable), query.keys));
  const here = new Set<ListedInvoice>(shown);
  return {
    q: query.q,
    show: query.show,
    sort: query.sort,
    page,
    pages,
    all: lines.length,
    found: found.length,
    foundOpen: money(found.reduce((sum, { open }) => sum + open, 0n)),
    chosenElsewhere: [...chosen]
      .filter((line) => !here.has(line))
      .map(keyOfLine)
      .join('.'),
    choice: choiceOf([...chosen], at.currency),
    lines: shown.map((line) => {
      const state = stateOfLine(line, at.today);
      return {
        key: keyOfLine(line),
        number: line.number,
        issuedOn: line.issuedOn,
        dueOn: line.dueOn,
        amount: money(line.amount),
        open: money(line.open),
        state,
        answeredFor: state === 'promised' || state === 'in_process' ? line.answer!.on : null,
        choosable: isChoosable(line),
        chosen: chosen.has(line),
        document: line.documents[0] ? toLineDocument(at.clientId, line.documents[0]) : null,
      };
    }),
  };
}

export function choiceOf(chosen: readonly ListedInvoice[], currency: string): InvoiceChoice {
  return {
    keys: chosen.map(keyOfLine).join('.'),
    count: chosen.length,
    total: { amount: toDecimal(chosen.reduce((sum, { open }) => sum + open, 0n)), currency },
    numbers: chosen.slice(0, numbersNamed).map(({ number }) => number),
  };
}

/** Keys of the lines of a whole filter that may be chosen, whatever page they stand on. */
export function keysOfFilter(lines: readonly Listed[], query: ListQuery, today: string): string[] {
  return listLines(lines, query, today).filter(isChoosable).map(keyOfLine);
}

/** Keys that a posted page stands for: what was chosen elsewhere, and what is ticked now. */
export function keysPosted(form: Asked): string[] {
  return [...new Set([...keysOf(form.s), ...keysOf(form.i)])];
}
