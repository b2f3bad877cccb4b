import type { Hat, MessageFacts } from '../template/message-facts';
import { sampleMessageFacts } from '../template/message-facts.factory';
import type { TemplateKey } from '../template/message-texts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** What a case may have or lack when a message is written. */
const optional = ['promise', 'payment', 'plan', 'transfer', 'note', 'late', 'firstLetter'] as const;
type Optional = (typeof optional)[number];

/** What each kind of message is never written without; the rest may be missing. */
const given: Partial<Record<TemplateKey, Optional>> = {
  promise_confirmation: 'promise',
  payment_receipt: 'payment',
  receipt: 'payment',
  attestation: 'payment',
  plan_confirmation: 'plan',
};
const askingForInvoices: readonly TemplateKey[] = ['before_due', 'reminder_1', 'reminder_2', 'formal_notice'];

/** A case on which every field of a hat has a value: what can be asked for at all. */
export function fullExample(hat: Hat): MessageFacts {
  const facts = sampleMessageFacts(hat);
  return {
    ...facts,
    debtor: { ...facts.debtor, kind: 'company' },
    invoices: facts.invoices.map((invoice) => ({ ...invoice, disputed: false })),
    transfer: facts.transfer && { ...facts.transfer, iban: '…' }, // an account in the words is judged as one that somebody wrote there
    promise: facts.promise && { ...facts.promise, invoices: ['F-2031'] },
    late: {
      asOf: facts.today,
      interest: eur('12.40'),
      indemnity: eur('80.00'),
      penalty: eur('5.00'),
      total: eur('97.40'),
      provisional: false,
    },
    note: 'Bonjour.',
  };
}

/**
 * Cases that a message of this kind may be written on: one that has everything, one that lacks everything it can lack, and each of
 * both with one thing changed. Words that can be filled on all of them can be filled on any.
 */
export function examplesFor(template: TemplateKey, hat: Hat): MessageFacts[] {
  const full = fullExample(hat);
  const may = optional.filter((one) => one !== given[template]);
  const without = (absent: readonly Optional[]): MessageFacts => absent.reduce(lacking, full);
  const made = [without([]), ...may.map((one) => without([one])), without(may), ...may.map((one) => without(may.filter((o) => o !== one)))];
  return [
    ...made,
    { ...full, debtor: { ...full.debtor, kind: 'person' }, late: null },
    { ...without(may), debtor: { ...full.debtor, kind: 'person' } },
    { ...full, invoices: full.invoices.slice(0, 1) },
    ...(full.payment ? [{ ...full, payment: { ...full.payment, openAfter: eur('0.00') } }] : []),
    ...(askingForInvoices.includes(template)
      ? []
      : [
          { ...full, invoices: [] },
          { ...without(may), invoices: [] },
        ]),
  ];
}

function lacking(facts: MessageFacts, one: Optional): MessageFacts {
  return one === 'firstLetter' ? { ...facts, case: { ...facts.case, firstLetter: null } } : { ...facts, [one]: null };
}
