import type { Language, MoneyText } from '../../../../libs/web-kit/src/debtor-pages';
import { kept } from '../../../../libs/web-kit/src/format/kept';
import de from './de';
import en from './en';
import es from './es';
import fr from './fr';
import it from './it';
import nl from './nl';

export type Key = keyof typeof fr;

/** What a page needs to speak: its texts, amounts and days in one language. */
export interface Words {
  readonly language: Language;
  readonly t: (key: Key, facts?: Readonly<Record<string, string | number>>) => string;
  readonly money: (money: MoneyText) => string;
  readonly day: (isoDay: string) => string;
}

const catalogues: Record<Language, Record<Key, string>> = { fr, en, de, es, it, nl };
/** How amounts, days and times are written in each language. */
export const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', de: 'de-DE', es: 'es-ES', it: 'it-IT', nl: 'nl-NL' };

/** Each language by its own name, in the order it is offered. */
export const languageNames: Record<Language, string> = {
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
  nl: 'Nederlands',
};

/** Right-to-left languages come with their catalogue; the style is logical already. */
export const directions: Record<Language, 'ltr' | 'rtl'> = {
  fr: 'ltr',
  en: 'ltr',
  de: 'ltr',
  es: 'ltr',
  it: 'ltr',
  nl: 'ltr',
};

export function wordsIn(language: Language): Words {
  const catalogue = catalogues[language];
  return {
    language,
    t: (key, facts = {}) => {
      const text = catalogue[key].replace(/\{(\w+)\}/g, (_, name: string) => {
        const fact = facts[name];
        if (fact === undefined) throw new Error(`The text ${key} needs the fact ${name}`);
        return String(fact);
      });
      return language === 'fr' ? frenchSpaces(text) : text;
    },
    money: ({ amount, currency }) => moneyIn(locales[language], amount, currency),
    day: (isoDay) => dayIn(locales[language], isoDay),
  };
}

const amounts = kept((locale: string) => kept((currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency })));
const longDays = kept((locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));

/** « 1 212,82 € »: narrow no-break spaces throughout. The decimal text goes to Intl unrounded, never through a float. */
function moneyIn(locale: string, amount: string, currency: string): string {
  return amounts(locale)(currency)
    .format(amount as Intl.StringNumericLiteral)
    .replace(/\u00a0/g, '\u202f')
    .replace(/^-/, '\u2212');
}

/** « 1er juillet 2026 »: a calendar day in full, whatever the zone of the server. */
function dayIn(locale: string, isoDay: string): string {
  const text = longDays(locale).format(new Date(`${isoDay.slice(0, 10)}T00:00:00Z`));
  return locale === 'fr-FR' ? text.replace(/^1 /, '1er ') : text;
}

/** French sets a no-break space before double signs and inside guillemets, and « de » loses its e before a vowel. */
function frenchSpaces(text: string): string {
  return text
    .replace(/(?<![\p{L}])([dD])e (?=[aeiouàâéèêëîïôûAEIOUÀÂÉÈÊËÎÏÔÛ])/gu, '$1’')
    .replace(/ (?=[?!;])/g, '\u202f')
    .replace(/ (?=[:»])/g, '\u00a0')
    .replace(/« /g, '«\u00a0');
}
