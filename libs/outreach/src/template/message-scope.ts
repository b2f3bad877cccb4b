import type { MessageFacts } from './message-facts';
import { sirenText } from './message-format';

/** The fields a template can read. Those of the agency exist only where it speaks. */
export type MessageScope = Readonly<Record<string, unknown>>;

export function scopeOf(facts: MessageFacts): MessageScope {
  const { speaker, brand, invoices, plan, payment } = facts;
  const byAgency = speaker.hat === 'agency';
  const firstInvoice = [...invoices].sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null;
  return {
    hat: speaker.hat,
    brand: { name: brand.name, address: brand.address, phone: brand.phone, email: brand.email, website: brand.website },
    creditor: { ...speaker.creditor, siren: sirenText(speaker.creditor.siren) },
    ...(byAgency && speaker.agency
      ? { agency: { ...speaker.agency, siren: sirenText(speaker.agency.siren) }, firstLetter: facts.case.firstLetter }
      : {}),
    debtor: { name: facts.debtor.name, kind: facts.debtor.kind },
    case: { reference: facts.case.reference, verifyAddress: facts.case.verifyAddress },
    totals: facts.totals,
    late: facts.late ?? null,
    invoices,
    firstInvoice,
    invoiceCount: invoices.length,
    daysLate: firstInvoice ? Math.max(0, daysBetween(firstInvoice.dueOn, facts.today)) : 0,
    payBy: facts.payBy,
    today: facts.today,
    hasNote: facts.note !== null && facts.note.trim() !== '',
    promise: facts.promise && { ...facts.promise, invoices: facts.promise.invoices ?? [] },
    payment,
    nothingLeft: payment !== null && !/[1-9]/.test(payment.openAfter.amount),
    plan,
    instalmentCount: plan?.instalments.length ?? 0,
    firstInstalment: plan?.instalments[0] ?? null,
    hasTransfer: facts.transfer !== null,
    transfer: facts.transfer
      ? { holder: facts.transfer.holder, iban: facts.transfer.iban, bic: facts.transfer.bic, reference: facts.transfer.reference }
      : null,
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000);
}
