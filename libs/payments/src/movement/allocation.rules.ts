import { allocate } from '@amiable/kernel';

/** An invoice as allocation sees it: what of it can be settled by money, minor units. */
export interface OpenInvoice {
  readonly id: string;
  readonly dueOn: string;
  readonly owedMinor: bigint;
}

/** Money of a case that really moved; a reversal names the payment it takes back. */
export interface SettledMovement {
  readonly id: string;
  readonly sourceKey: string;
  readonly effectiveOn: string;
  readonly amountMinor: bigint;
  readonly reverses: string | null;
  readonly invoiceIds: readonly string[] | null;
}

/** How much of a movement goes to an invoice. */
export interface Share {
  readonly movementId: string;
  readonly invoiceId: string;
  readonly amountMinor: bigint;
}

/**
 * Imputation des paiements: which invoice each movement settles, a pure function of the set of movements.
 * The debtor's choice first (C. civ. 1342-10 al. 1); then due debts, the oldest first, equal ones pro rata (al. 2);
 * then those not yet due. What is left over settles nothing and is owed back to the payer (C. civ. 1302).
 */
export function allocateMovements(invoices: readonly OpenInvoice[], movements: readonly SettledMovement[]): Share[] {
  const owed = new Map(invoices.map((invoice) => [invoice.id, invoice.owedMinor]));
  const shares = new Map<string, Share[]>(); // by payment, in the order they were given
  const inOrder = [...movements].sort((a, b) => order(a, b));
  const result: Share[] = [];
  const give = (movement: SettledMovement, paymentId: string, invoiceId: string, minor: bigint): void => {
    if (minor === 0n) return;
    owed.set(invoiceId, owed.get(invoiceId)! - minor);
    result.push({ movementId: movement.id, invoiceId, amountMinor: minor });
    shares.set(paymentId, [...(shares.get(paymentId) ?? []), { movementId: movement.id, invoiceId, amountMinor: minor }]);
  };

  const left = new Map<string, bigint>(); // of each payment: money that settled nothing
  for (const movement of inOrder) {
    if (movement.amountMinor > 0n) {
      const payment = movement.reverses ?? movement.id;
      left.set(payment, (left.get(payment) ?? 0n) + settle(movement, payment));
    } else {
      takeBack(movement);
    }
  }
  return result;

  function settle(movement: SettledMovement, payment: string): bigint {
    let rest = movement.amountMinor;
    for (const group of groupsToSettle(invoices, movement)) {
      const open = group.map((invoice) => owed.get(invoice.id)!).map((minor) => (minor > 0n ? minor : 0n));
      const total = open.reduce((a, b) => a + b, 0n);
      if (total === 0n || rest === 0n) continue;
      const part = rest < total ? rest : total;
      allocate(part, open).forEach((minor, i) => give(movement, payment, group[i]!.id, minor));
      rest -= part;
    }
    return rest;
  }

  function takeBack(movement: SettledMovement): void {
    const payment = movement.reverses ?? movement.id;
    let rest = -movement.amountMinor;
    const unused = left.get(payment) ?? 0n;
    const fromUnused = unused < rest ? unused : rest;
    left.set(payment, unused - fromUnused);
    rest -= fromUnused;
    const given = sumByInvoice(shares.get(payment) ?? []);
    for (const [invoiceId, minor] of [...given].reverse()) {
      if (rest === 0n) break;
      const part = minor < rest ? minor : rest;
      if (part > 0n) {
        give(movement, payment, invoiceId, -part);
        rest -= part;
      }
    }
  }
}

function order(a: SettledMovement, b: SettledMovement): number {
  // A reversal never comes before its payment, also when both carry the same day.
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  if ((a.reverses === null) !== (b.reverses === null)) return a.reverses === null ? -1 : 1;
  return a.sourceKey < b.sourceKey ? -1 : a.sourceKey > b.sourceKey ? 1 : 0;
}

/** The groups in which a payment is spent, one after the other: chosen, due by day, not yet due by day. */
function groupsToSettle(invoices: readonly OpenInvoice[], movement: SettledMovement): OpenInvoice[][] {
  const chosen = invoices.filter((invoice) => movement.invoiceIds?.includes(invoice.id));
  const others = invoices.filter((invoice) => !chosen.includes(invoice));
  const due = others.filter((invoice) => invoice.dueOn <= movement.effectiveOn);
  const notDue = others.filter((invoice) => invoice.dueOn > movement.effectiveOn);
  return [...byDay(chosen), ...byDay(due), ...byDay(notDue)];
}

function byDay(invoices: readonly OpenInvoice[]): OpenInvoice[][] {
  const days = new Map<string, OpenInvoice[]>();
  for (const invoice of invoices) days.set(invoice.dueOn, [...(days.get(invoice.dueOn) ?? []), invoice]);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

function sumByInvoice(shares: readonly Share[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const share of shares) sums.set(share.invoiceId, (sums.get(share.invoiceId) ?? 0n) + share.amountMinor);
  return sums;
}
