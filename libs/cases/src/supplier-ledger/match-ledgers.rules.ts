import { looseNumber, namesInvoice, plainNumber } from './invoice-number.rules';
import type { OurInvoice, TheirLine } from './supplier-ledger.types';

/** Which line of theirs is which invoice of ours, and by what the two were found to be the same. */
export interface Match {
  readonly ours: OurInvoice;
  readonly theirs: TheirLine;
  readonly by: 'number' | 'text' | 'spelling' | 'amount_and_day';
}

export interface Matching {
  readonly matches: readonly Match[];
  /** Lines that repeat a document already matched or seen. */
  readonly repeated: readonly TheirLine[];
  readonly oursAlone: readonly OurInvoice[];
  readonly theirsAlone: readonly TheirLine[];
}

const size = (amount: bigint) => (amount < 0n ? -amount : amount);

/**
 * Pairs documents from the surest sign to the weakest: same number; our number in their words; same digits with the same amount
 * or day; same amount and day. The weaker signs pair only what has one candidate on each side.
 */
export function matchLedgers(ours: readonly OurInvoice[], theirs: readonly TheirLine[]): Matching {
  const matches: Match[] = [];
  const oursLeft = new Set(ours);
  const theirsLeft = new Set(theirs);
  const pair = (our: OurInvoice, their: TheirLine, by: Match['by']) => {
    matches.push({ ours: our, theirs: their, by });
    oursLeft.delete(our);
    theirsLeft.delete(their);
  };

  const byNumber = new Map(ours.map((invoice) => [plainNumber(invoice.number), invoice]));
  const repeated: TheirLine[] = [];
  const seen = new Map<string, TheirLine>();
  for (const line of theirs) {
    const number = plainNumber(line.number);
    const first = number ? seen.get(number) : undefined;
    if (first && first.kind === line.kind) {
      repeated.push(line);
      theirsLeft.delete(line);
      continue;
    }
    if (number && !first) seen.set(number, line);
    const our = number ? byNumber.get(number) : undefined;
    if (our && oursLeft.has(our)) pair(our, line, 'number');
  }
  for (const line of [...theirsLeft]) {
    const named = [...oursLeft].filter((our) => sameNature(our, line) && namesInvoice(line.text, our.number));
    if (named.length === 1) pair(named[0]!, line, 'text');
  }
  pairUnique(
    oursLeft,
    theirsLeft,
    (our) => looseNumber(our.number),
    (line) => looseNumber(line.number),
    (our, line) => size(our.amount) === size(line.amount) || our.issuedOn === line.on,
    (our, line) => pair(our, line, 'spelling'),
  );
  pairUnique(
    oursLeft,
    theirsLeft,
    (our) => `${our.amount} ${our.issuedOn} ${our.currency}`,
    (line) => (line.on ? `${line.amount} ${line.on} ${line.currency}` : ''),
    () => true,
    (our, line) => pair(our, line, 'amount_and_day'),
  );
  return { matches, repeated, oursAlone: [...oursLeft], theirsAlone: [...theirsLeft] };
}

const sameNature = (our: OurInvoice, line: TheirLine) => (our.kind === 'credit_note') === (line.kind === 'credit_note');

/** Pairs what shares a key that nobody else has on either side; an empty key is none. */
function pairUnique(
  ours: ReadonlySet<OurInvoice>,
  theirs: ReadonlySet<TheirLine>,
  keyOfOurs: (invoice: OurInvoice) => string,
  keyOfTheirs: (line: TheirLine) => string,
  fits: (our: OurInvoice, line: TheirLine) => boolean,
  found: (our: OurInvoice, line: TheirLine) => void,
): void {
  const lines = Map.groupBy(theirs, keyOfTheirs);
  for (const [key, candidates] of Map.groupBy(ours, keyOfOurs)) {
    const [our, line] = [candidates[0]!, lines.get(key)?.[0]];
    if (key && candidates.length === 1 && lines.get(key)?.length === 1 && fits(our, line!)) found(our, line!);
  }
}
