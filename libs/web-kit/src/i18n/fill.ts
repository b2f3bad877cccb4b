import type { Language } from '../settings/settings';

export type Facts = Readonly<Record<string, string | number | null | undefined>>;
export type Catalogue = Readonly<Record<string, string>>;

const isMissing = (value: unknown) => value === undefined || value === null || value === '';

/** Puts facts in place of `{name}`; a part in square brackets disappears when one of its facts is missing. */
export function fill(sentence: string, facts: Facts): string {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => (isMissing(facts[name]) ? '' : String(facts[name])));
  const kept = sentence.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].some(([, name]) => isMissing(facts[name!])) ? '' : part,
  );
  // French months end in a full stop ("26 nov."), which the end of the sentence shares.
  return put(kept).replace(/(?<!\.)\.\.(?!\.)/g, '.');
}

const rules = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };

/** The sentence of a key; with a `count` among the facts, that of `key_one` or `key_other`. Undefined when there is none. */
export function sentenceOf(catalogue: Catalogue, language: Language, key: string, facts: Facts): string | undefined {
  if (typeof facts.count !== 'number') return catalogue[key];
  const form = rules[language].select(facts.count);
  return catalogue[`${key}_${form}`] ?? catalogue[`${key}_other`] ?? catalogue[key];
}
