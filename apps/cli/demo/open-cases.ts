import { feePercentOnPlacement } from '@amiable/clients';
import { Temporal } from '@amiable/kernel';
import { isoDay } from './days';
import type { Dice } from './dice';
import type { DemoCase, DemoInvoice } from './portfolio.types';
import { unpaid } from './portfolio';

/**
 * The cases of one debtor: what is handed over while a case is open joins it, else a new one opens.
 * What was paid before it was handed over never gets a case.
 */
export function openCases(dice: Dice, today: number, invoices: readonly DemoInvoice[]): DemoCase[] {
  const cases: DemoCase[] = [];
  const placed = invoices.filter((invoice) => invoice.placed !== null).sort((a, b) => a.placed! - b.placed!);
  for (const invoice of placed) {
    const last = cases.at(-1);
    const closes = last ? closingDay(last, today) : null;
    // A case that has just closed is left alone for two weeks: the client hands over on its next round.
    if (last && closes !== null && invoice.placed! > closes && invoice.placed! <= closes + 14) invoice.placed = closes + 15;
    if (last && invoice.placed! < last.opened) invoice.placed = last.opened;
    if (invoice.placed! > today - 1 || unpaid(invoice, invoice.placed!) < invoice.minor) {
      invoice.placed = null;
      continue;
    }
    if (last && closes === null && givesUp(dice, last, invoice.placed!)) cases.push(newCase(dice, invoice));
    else if (last && (closes === null || invoice.placed! <= closes)) last.invoices.push(invoice);
    else cases.push(newCase(dice, invoice));
  }
  for (const theCase of cases) theCase.pays = theCase.invoices.flatMap((invoice) => invoice.pays);
  return cases;
}

/** A case on which nothing moves any more is closed without success; what is handed over later begins anew. */
function givesUp(dice: Dice, theCase: DemoCase, nextPlaced: number): boolean {
  const day = theCase.opened + dice.whole(115, 150);
  if (nextPlaced <= day || theCase.invoices.some((invoice) => invoice.placed! >= day - 40) || dice.chance(0.3)) return false;
  theCase.gaveUp = { day, reason: dice.chance(0.35) ? 'withdrawn' : 'uncollectible' };
  for (const invoice of theCase.invoices) invoice.pays = invoice.pays.filter((pay) => pay.day < day);
  return owedInTheEnd(theCase) > 0;
}

function owedInTheEnd({ invoices }: DemoCase): number {
  return invoices.reduce((sum, invoice) => sum + invoice.minor - invoice.pays.reduce((paid, pay) => paid + pay.minor, 0), 0);
}

function newCase(dice: Dice, invoice: DemoInvoice): DemoCase {
  const { debtor } = invoice;
  const opened = invoice.placed!;
  const day = (number: number) => Temporal.PlainDate.from(isoDay(number));
  return {
    id: dice.id(opened),
    client: debtor.client,
    debtor,
    reference: dice.reference(),
    opened,
    feePercent: feePercentOnPlacement(debtor.client.tiers, day(invoice.due), day(opened)),
    ownerIndex: dice.chance(0.55) ? dice.whole(0, 2) : null,
    invoices: [invoice],
    pays: [],
    dispute: null,
    promise: null,
    plan: null,
    hold: null,
    gaveUp: null,
    calls: [],
    done: [],
    next: null,
  };
}

/** The day the last cent came; null while something is unpaid. */
export function closingDay(theCase: Pick<DemoCase, 'invoices'>, today: number): number | null {
  if (theCase.invoices.some((invoice) => unpaid(invoice, today) > 0)) return null;
  return Math.max(...theCase.invoices.flatMap((invoice) => invoice.pays.map((pay) => pay.day)));
}

/** What is owed on a case at the end of a day, of what was handed over by then; credits count as paid. */
export function owed(theCase: DemoCase, day: number): number {
  const claimed = theCase.invoices.reduce((sum, invoice) => (invoice.placed! <= day ? sum + invoice.minor : sum), 0);
  const paid = theCase.pays.reduce((sum, pay) => (pay.day <= day ? sum + pay.minor : sum), 0);
  const { dispute } = theCase;
  const credited = dispute?.upheld && dispute.closed! <= day ? dispute.minor : 0;
  return claimed - paid - credited;
}
