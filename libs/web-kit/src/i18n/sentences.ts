import { type Format, useFormat } from '../format/use-format';
import type { Facts } from './fill';
import { type EnumName, type Labels, useLabels } from './labels';

export type RawFacts = Readonly<Record<string, unknown>>;
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
const isMoney = (value: unknown): value is { amount: string; currency: string } =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;

/** Facts named like these are values of an enum; the same fact means another enum in some kinds of event. */
const enumOfFact: Record<string, EnumName> = { outcome: 'CallOutcome', method: 'PaymentMethod', channel: 'Channel', stage: 'CaseStage' };
const reasonEnum = [
  ['case.closed', 'CloseReason'],
  ['dispute.', 'DisputeReason'],
  ['case.snoozed', 'SnoozeReason'],
  ['answer.dispute', 'DisputeReason'],
] as const;

/** Facts as a reader wants them: amounts with their currency, days in short, values by their labels. */
function readable(kind: string, raw: RawFacts, format: Format, { label, ofFamily }: Labels): Facts {
  const facts: Record<string, string | number> = {};
  const currency = typeof raw.currency === 'string' ? raw.currency : 'EUR';
  for (const [name, value] of Object.entries(raw)) {
    if (isMoney(value)) facts[name] = format.money(value);
    else if (isDay(value)) facts[name] = format.dayShort(value.slice(0, 10));
    else if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) && /amount|balance|total|largest|smallest|open/i.test(name))
      facts[name] = format.money({ amount: value, currency });
    else if (typeof value === 'string' && enumOfFact[name]) facts[name] = label(enumOfFact[name], value);
    else if (typeof value === 'string' && name === 'reason') facts[name] = reasonOf(kind, value);
    else if (typeof value === 'string' || typeof value === 'number') facts[name] = value;
  }
  if (typeof raw.from === 'string' && typeof raw.to === 'string' && kind === 'answer.call_back')
    facts.slot = `${format.dayShort(raw.from.slice(0, 10))} ${format.time(raw.from)}–${format.time(raw.to)}`;
  const count = facts.days ?? facts.invoices;
  if (typeof count === 'number') facts.count = count;
  return facts;

  function reasonOf(ofKind: string, reason: string): string {
    const known = reasonEnum.find(([start]) => ofKind.startsWith(start));
    if (known) return label(known[1], reason);
    return ofFamily('waiting', reason.toLowerCase()) ?? ofFamily('refusal', reason) ?? reason;
  }
}

/** A deadline that is near is told in other words than one that has gone by. */
const alertWords = (kind: string, { passed }: RawFacts) => `${kind.toLowerCase()}${passed === true ? '_passed' : ''}`;

/** Codes and facts of the server, as sentences in the reader's language. */
export function useSentences() {
  const format = useFormat();
  const labels = useLabels();
  const facts = (kind: string, raw: RawFacts) => readable(kind, raw, format, labels);
  return {
    timeline: (kind: string, raw: RawFacts) =>
      labels.ofFamily('timeline', kind, facts(kind, raw)) ?? labels.ofFamily('timeline', 'unknown')!,
    alert: (kind: string, raw: RawFacts) => labels.ofFamily('alert', alertWords(kind, raw), facts(kind, raw)) ?? kind,
    queueReason: (code: string, raw: RawFacts) => labels.ofFamily('queue', code, facts(code, raw)) ?? code,
    waitingReason: (code: string, raw: RawFacts) =>
      labels.ofFamily('waiting', code.toLowerCase(), facts(code, raw)) ??
      labels.ofFamily('refusal', code.toUpperCase(), facts(code, raw)) ??
      code,
    /** What somebody wrote of a hold, or the words of its kind. */
    holdReason: (reason: string | null) => reason && (labels.ofFamily('waiting', reason) ?? reason),
    refusal: (code: string, raw: RawFacts) => labels.ofFamily('refusal', code, facts(code, raw)),
  };
}
