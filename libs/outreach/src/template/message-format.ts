import { kept } from '@amiable/kernel';
import type { MessageLanguage, MoneyText } from './message-facts';

const locales: Record<MessageLanguage, string> = { fr: 'fr-FR', en: 'en-GB', de: 'de-DE', es: 'es-ES', it: 'it-IT', nl: 'nl-NL' };

const amounts = kept((language: MessageLanguage) =>
  kept((currency: string) => new Intl.NumberFormat(locales[language], { style: 'currency', currency })),
);
const longDays = kept((language: MessageLanguage) => new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }));
const shortDays = kept(
  (language: MessageLanguage) =>
    new Intl.DateTimeFormat(locales[language], { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
);
const dayCounts = kept(
  (language: MessageLanguage) =>
    new Intl.NumberFormat(locales[language], { style: 'unit', unit: 'day', unitDisplay: 'long', useGrouping: false }),
);

/** « 1 212,82 € » with narrow no-break spaces; the decimal text goes to Intl unrounded, never through a float. */
export function moneyText({ amount, currency }: MoneyText, language: MessageLanguage): string {
  return amounts(language)(currency)
    .format(amount as Intl.StringNumericLiteral)
    .replace(/\u00a0/g, '\u202f')
    .replace(/^-/, '\u2212');
}

/** « 1er juillet 2026 »: a calendar day in full. */
export function dayText(isoDay: string, language: MessageLanguage): string {
  const day = new Date(`${isoDay.slice(0, 10)}T00:00:00Z`);
  const text = longDays(language).format(day);
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** « 1 jour », « 3 jours ». */
export function daysText(count: number, language: MessageLanguage): string {
  return dayCounts(language).format(count).replace(/\s/g, '\u202f');
}

/** « 03/07/2026 »: a day in a wide table; English dates are written so that no country reads them wrongly. */
export function shortDay(isoDay: string, language: MessageLanguage): string {
  if (language === 'en') return isoDay;
  return shortDays(language).format(new Date(`${isoDay.slice(0, 10)}T00:00:00Z`));
}

/** IBAN and RF references in groups of four, kept on one line by no-break spaces. */
export function inFours(text: string): string {
  return text.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0');
}

/** Is there an amount other than zero? */
export const isSome = ({ amount }: MoneyText) => /[1-9]/.test(amount);

/** « 404 833 048 »: a SIREN as people read it. */
export function sirenText(siren: string): string {
  return siren.replace(/\s/g, '').replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u202f$2\u202f$3');
}

/** French sets a no-break space before double signs and inside guillemets, and « de » loses its e before a vowel. */
export function typeset(text: string, language: MessageLanguage): string {
  if (language !== 'fr') return text;
  return text
    .replace(/(?<![\p{L}])([dD])e (?=[aeiouàâéèêëîïôûAEIOUÀÂÉÈÊËÎÏÔÛ])/gu, '$1’')
    .replace(/ (?=[?!;])/g, '\u202f')
    .replace(/ (?=[:»])/g, '\u00a0')
    .replace(/« /g, '«\u00a0');
}

/** « Label : value », with the space French wants before a colon. */
export function labelled(label: string, value: string, language: MessageLanguage): string {
  return `${label}${language === 'fr' ? '\u00a0' : ''}: ${value}`;
}
