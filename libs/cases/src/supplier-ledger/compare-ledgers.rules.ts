import { namesInvoice, plainNumber } from './invoice-number.rules';
import { matchLedgers, type Match } from './match-ledgers.rules';
import type { Comparison, Difference, DifferenceKind, OurInvoice, OurLedger, OurPayment, TheirLine } from './supplier-ledger.types';

/** Up to here, minor units, two amounts differ by rounding and by nothing else. */
export const largestRounding = 5n;
/** A payment in their books and one in ours are the same when their days are no farther apart than this. */
export const daysOfAPayment = 10;

const size = (amount: bigint) => (amount < 0n ? -amount : amount);

/**
 * The two books side by side: where they differ, on what they agree. Pure and independent of the order of lines. Says nothing
 * where their file does not speak: a file without paid or open amounts yields no difference about payments.
 */
export function compareLedgers(ours: OurLedger, theirs: readonly TheirLine[]): Comparison {
  const lines = inOurSense(ours.invoices, theirs);
  const documents = lines.filter(({ kind }) => kind !== 'payment');
  const payments = lines.filter(({ kind }) => kind === 'payment');
  const matching = matchLedgers(ours.invoices, documents);
  const paidBy = paymentsOfInvoices(ours.invoices, matching.matches, payments);
  const speaksOfMoney = payments.length > 0 || documents.some(({ open }) => open !== null);

  const differences: Difference[] = [];
  const differs = (kind: DifferenceKind, our: OurInvoice | null, their: TheirLine | null, amount = 0n) =>
    differences.push({ key: `${kind}:${our ? plainNumber(our.number) : ''}:${their?.line ?? ''}`, kind, ours: our, theirs: their, amount });

  for (const match of matching.matches) {
    const { ours: our, theirs: their } = match;
    if (match.by === 'spelling' || match.by === 'amount_and_day') differs('number', our, their);
    if (our.currency !== their.currency) {
      differs('currency', our, their, our.open);
      continue;
    }
    const amountsAgree = compareAmounts(match, differs);
    if ((their.on !== null && their.on !== our.issuedOn) || (their.dueOn !== null && their.dueOn !== our.dueOn))
      differs('date', our, their);
    if (amountsAgree && speaksOfMoney) compareMoney(our, their, paidBy.get(our.id) ?? [], differs);
  }
  for (const line of matching.repeated)
    differs(
      'duplicate',
      matching.matches.find((m) => plainNumber(m.theirs.number) === plainNumber(line.number))?.ours ?? null,
      line,
      size(line.amount),
    );
  for (const our of matching.oursAlone) if (our.open !== 0n) differs('missing_theirs', our, null, size(our.open));
  for (const line of matching.theirsAlone)
    differs(line.kind === 'credit_note' ? 'credit_unapplied' : 'missing_ours', null, line, size(line.amount));
  for (const line of unknownPayments(payments, paidBy, ours.payments)) differs('paid_by_them', null, line, size(line.amount));

  const named = new Set(differences.map(({ ours: our }) => our?.id));
  const statesOpen = documents.some(({ open }) => open !== null);
  return {
    differences: differences.sort(inOrder),
    agreed: matching.matches.map((match) => match.ours).filter(({ id }) => !named.has(id)),
    oursOpen: ours.invoices.reduce((sum, { open }) => sum + open, 0n),
    theirsOpen: statesOpen
      ? documents.reduce((sum, { open }) => sum + (open ?? 0n), 0n)
      : payments.length > 0
        ? lines.reduce((sum, { amount }) => sum + amount, 0n)
        : null,
  };
}

type Differs = (kind: DifferenceKind, ours: OurInvoice | null, theirs: TheirLine | null, amount?: bigint) => void;

/** Are the amounts the same, so that it makes sense to compare what was paid? */
function compareAmounts({ ours, theirs }: Match, differs: Differs): boolean {
  if (ours.amount === theirs.amount) return true;
  if (ours.amount === -theirs.amount) differs('sign', ours, theirs, size(ours.amount));
  else if (size(ours.amount - theirs.amount) <= largestRounding) differs('rounding', ours, theirs, size(ours.amount - theirs.amount));
  else differs('amount', ours, theirs, size(ours.amount - theirs.amount));
  return false;
}

function compareMoney(ours: OurInvoice, theirs: TheirLine, payments: readonly TheirLine[], differs: Differs): void {
  if (ours.kind === 'credit_note') return;
  const theirsOpen = theirs.open ?? theirs.amount + payments.reduce((sum, { amount }) => sum + amount, 0n);
  if (theirsOpen === ours.open) return;
  if (theirsOpen > ours.open) differs('paid_ours', ours, theirs, theirsOpen - ours.open);
  else if (theirsOpen <= 0n) differs('paid_by_them', ours, payments[0] ?? theirs, ours.open);
  else differs('paid_part_by_them', ours, payments[0] ?? theirs, ours.open - theirsOpen);
}

/** Books of a customer show what it owes as a credit: when most documents stand against ours, their sign is turned. */
function inOurSense(ours: readonly OurInvoice[], theirs: readonly TheirLine[]): TheirLine[] {
  const byNumber = new Map(ours.map((invoice) => [plainNumber(invoice.number), invoice]));
  let turned = 0;
  for (const line of theirs) {
    const our = byNumber.get(plainNumber(line.number));
    if (our && line.kind !== 'payment' && our.amount !== 0n && line.amount !== 0n) turned += our.amount > 0n === line.amount > 0n ? -1 : 1;
  }
  if (turned <= 0) return [...theirs];
  return theirs.map((line) => ({
    ...line,
    amount: -line.amount,
    open: line.open === null ? null : -line.open,
    kind: line.kind === 'payment' ? 'payment' : -line.amount < 0n ? 'credit_note' : 'invoice',
  }));
}

/** Their payments by the invoice each names, by number or in its words. */
function paymentsOfInvoices(
  ours: readonly OurInvoice[],
  matches: readonly Match[],
  payments: readonly TheirLine[],
): Map<string, TheirLine[]> {
  const theirNumber = new Map(matches.map((match) => [match.ours.id, plainNumber(match.theirs.number)]));
  const found = new Map<string, TheirLine[]>();
  for (const payment of payments) {
    const number = plainNumber(payment.number);
    const paid = ours.filter(
      (our) =>
        (number !== '' && (number === plainNumber(our.number) || number === theirNumber.get(our.id))) ||
        namesInvoice(payment.text, our.number),
    );
    if (paid.length === 1) found.set(paid[0]!.id, [...(found.get(paid[0]!.id) ?? []), payment]);
  }
  return found;
}

/** Payments that name no invoice and that we have not received either: same amount, about the same day. */
function unknownPayments(
  payments: readonly TheirLine[],
  paidBy: ReadonlyMap<string, readonly TheirLine[]>,
  received: readonly OurPayment[],
): TheirLine[] {
  const named = new Set([...paidBy.values()].flat());
  const left = [...received];
  return payments
    .filter((payment) => !named.has(payment))
    .filter((payment) => {
      const at = left.findIndex(
        (ours) => ours.amount === size(payment.amount) && (payment.on === null || daysBetween(ours.on, payment.on) <= daysOfAPayment),
      );
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
}

const daysBetween = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** What matters most first: money claimed that they do not know, then the rest by number. */
function inOrder(a: Difference, b: Difference): number {
  const number = (difference: Difference) => difference.ours?.number ?? difference.theirs!.number;
  return (
    rank(a.kind) - rank(b.kind) || (number(a) < number(b) ? -1 : number(a) > number(b) ? 1 : (a.theirs?.line ?? 0) - (b.theirs?.line ?? 0))
  );
}

const order: readonly DifferenceKind[] = [
  'missing_theirs',
  'amount',
  'credit_unapplied',
  'paid_by_them',
  'paid_part_by_them',
  'currency',
  'missing_ours',
  'paid_ours',
  'sign',
  'duplicate',
  'rounding',
  'date',
  'number',
];
const rank = (kind: DifferenceKind) => order.indexOf(kind);
