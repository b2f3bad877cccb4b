import { NotFound, type Temporal } from '@amiable/kernel';
import { isWorkingDay } from '@amiable/outreach';
import { fromGlobalId } from '@amiable/platform';
import { AnswerNotTaken, disputeReasons, paidBy, type DisputeReason } from '@amiable/resolution';
import { typedAmount, typedDay } from '../typed-values.rules';
import type { AnswerTopic } from '../../../../libs/web-kit/src/debtor-pages';

export const answerTopics: readonly AnswerTopic[] = [
  'paid',
  'payment-run',
  'promise',
  'dispute',
  'not-me',
  'contact',
  'hardship',
  'call',
  'message',
  'preferences',
];

/** Topics that may bring files. */
export const topicsWithFiles: readonly AnswerTopic[] = ['paid', 'dispute', 'message'];

/** The fields a form of each topic has; anything else that is posted is not read. */
const fieldsOf: Record<AnswerTopic, readonly string[]> = {
  paid: ['paidOn', 'means', 'amount', 'reference', 'invoiceIds', 'note'],
  'payment-run': ['dueOn', 'invoiceIds'],
  promise: ['dueOn', 'invoiceIds', 'amount'],
  dispute: ['reason', 'invoiceIds', 'amount', 'rightAmount', 'note'],
  'not-me': ['why', 'note'],
  contact: ['email', 'phone', 'addressLine', 'postcode', 'city', 'note'],
  hardship: ['wishes', 'note'],
  call: ['slot', 'phone', 'note'],
  message: ['note'],
  preferences: ['language', 'ways'],
};

export type Values = Record<string, string[]>;

/** What was typed into a form of a topic, each field bounded. */
export function valuesOf(topic: AnswerTopic, form: Readonly<Record<string, unknown>> | undefined): Values {
  const values: Values = {};
  for (const name of fieldsOf[topic]) {
    const given = [form?.[name] ?? []].flat().filter((value): value is string => typeof value === 'string');
    if (given.length > 0) values[name] = given.slice(0, 500).map((value) => value.slice(0, name === 'note' ? 4_000 : 300));
  }
  return values;
}

export const oneOf = (values: Values, name: string): string => values[name]?.[0] ?? '';

/** A day as it was typed. Throws AnswerNotTaken NOT_A_DAY. */
export function dayIn(values: Values, name: string): string {
  const day = typedDay(oneOf(values, name));
  if (!day) throw new AnswerNotTaken('NOT_A_DAY', {}, name);
  return day;
}

/** An amount as it was typed, as decimal text; empty when nothing was. */
export const amountIn = (values: Values, name: string): string => typedAmount(oneOf(values, name));

/** One of a closed list. Throws AnswerNotTaken CHOICE_MISSING. */
export function choiceIn<T extends string>(values: Values, name: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === oneOf(values, name));
  if (!chosen) throw new AnswerNotTaken('CHOICE_MISSING', {}, name);
  return chosen;
}

export const meansIn = (values: Values) => choiceIn(values, 'means', paidBy);
export const reasonIn = (values: Values): DisputeReason => choiceIn(values, 'reason', disputeReasons);

/** The invoices ticked, as ids of this client. Throws NotFound for anybody else's. */
export function invoicesIn(values: Values, clientId: string): string[] {
  return (values.invoiceIds ?? []).map((id) => {
    const invoice = fromGlobalId('Invoice', id);
    if (invoice.clientId !== clientId) throw new NotFound('Invoice');
    return invoice.id;
  });
}

/** The first day from one on which banks work: a payment run on a Sunday helps nobody. */
export function nextWorkingDay(from: Temporal.PlainDate): Temporal.PlainDate {
  let day = from;
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return day;
}
