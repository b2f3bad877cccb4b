/** What is looked at in a contact: the mandatory recall (R124-4 CPCE), who was spoken to, the tone, the facts, and what comes next. */
export const criteria = ['recall', 'identity', 'tone', 'facts', 'nextStep'] as const;
export type Criterion = (typeof criteria)[number];
export type Verdict = 'pass' | 'fail' | 'na';
export type Scorecard = { readonly [criterion in Criterion]: Verdict };

/** The events of a story that are a contact of a collector. */
export const contactKinds = ['call.logged', 'email.sent', 'letter.sent', 'note.added'] as const;

/** How many of so many contacts are looked at, as SQL: the share, rounded up, and never none of somebody who made some. */
export const sampleSizeSql = (contacts: string, percent: string): string =>
  `least(${contacts}, greatest(1, ceil(${contacts} * ${percent} / 100.0)))`;

/** Passed among what applied, percent, rounded; null when nothing did. */
export function passRate(cards: readonly Scorecard[]): number | null {
  const verdicts = cards.flatMap((card) => criteria.map((criterion) => card[criterion])).filter((verdict) => verdict !== 'na');
  return verdicts.length === 0 ? null : Math.round((100 * verdicts.filter((verdict) => verdict === 'pass').length) / verdicts.length);
}
