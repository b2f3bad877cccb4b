import { plainWord } from './clean-text';

const YES = new Set(['oui', 'o', 'yes', 'y', 'true', 'vrai', '1', 'x', 'litige', 'en litige', 'conteste', 'contestee', 'disputed', 'dispute', 'ja', 'si']);
const NO = new Set(['', 'non', 'n', 'no', 'false', 'faux', '0', '-', 'aucun', 'none', 'nein', 'pas de litige']);

/** Yes or no in French or English forms; null when it is neither. An empty cell is no. */
export const parseYesNo = memoised((word): boolean | null => (YES.has(word) ? true : NO.has(word) ? false : null));

const COMPANY = new Set(['company', 'entreprise', 'societe', 'pro', 'professionnel', 'professional', 'business', 'b2b', 'pm', 'personne morale', 'legal person', 'association', 'collectivite']);
const PERSON = new Set(['person', 'personne', 'particulier', 'individual', 'consumer', 'consommateur', 'b2c', 'pp', 'personne physique', 'private']);

export const parseDebtorKind = memoised((word) => (COMPANY.has(word) ? 'company' : PERSON.has(word) ? 'person' : null) as 'company' | 'person' | null);

const PAPER = new Set(['paper', 'papier', 'courrier', 'post', 'poste', 'postal', 'letter', 'lettre', 'voie postale']);
const ELECTRONIC = new Set(['electronic', 'electronique', 'email', 'e-mail', 'mail', 'courriel', 'digital', 'dematerialise', 'numerique', 'paperless', 'pdf', 'edi']);

export const parseChannel = memoised((word) => (PAPER.has(word) ? 'paper' : ELECTRONIC.has(word) ? 'electronic' : null) as 'paper' | 'electronic' | null);

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const CURRENCY_NAMES: Record<string, string> = { '€': 'EUR', euro: 'EUR', euros: 'EUR', '£': 'GBP', $: 'USD', dollar: 'USD', dollars: 'USD', '¥': 'JPY' };

/** ISO 4217 code, or null. */
export const parseCurrency = memoised((word) => {
  const code = CURRENCY_NAMES[word] ?? word.toUpperCase();
  return CURRENCIES.has(code) ? code : null;
});

/** Minor digits of a currency: EUR 2, JPY 0, TND 3. */
export const minorDigits = memoised((word) => new Intl.NumberFormat('en', { style: 'currency', currency: word.toUpperCase() }).resolvedOptions().maximumFractionDigits ?? 2);

const ISO3: Record<string, string> = {
  fra: 'FR', deu: 'DE', bel: 'BE', che: 'CH', lux: 'LU', ita: 'IT', esp: 'ES', prt: 'PT', nld: 'NL', gbr: 'GB', irl: 'IE', aut: 'AT', pol: 'PL', cze: 'CZ', svk: 'SK',
  hun: 'HU', rou: 'RO', bgr: 'BG', grc: 'GR', hrv: 'HR', svn: 'SI', dnk: 'DK', swe: 'SE', nor: 'NO', fin: 'FI', est: 'EE', lva: 'LV', ltu: 'LT', mlt: 'MT', cyp: 'CY',
  mco: 'MC', usa: 'US', can: 'CA', mar: 'MA', tun: 'TN', dza: 'DZ', sen: 'SN', civ: 'CI', tur: 'TR', chn: 'CN', jpn: 'JP', ind: 'IN', aus: 'AU', bra: 'BR', mex: 'MX',
  isr: 'IL', zaf: 'ZA', are: 'AE', sgp: 'SG', hkg: 'HK', ukr: 'UA', srb: 'RS', isl: 'IS', lie: 'LI',
};
const OTHER_NAMES: Record<string, string> = { uk: 'GB', 'grande-bretagne': 'GB', angleterre: 'GB', england: 'GB', 'great britain': 'GB', usa: 'US', hollande: 'NL', el: 'GR', 'france metropolitaine': 'FR' };
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'ZZ', 'QO', 'XA', 'XB', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA', 'CQ', 'AN', 'BU', 'CS', 'DD', 'FX', 'NT', 'SU', 'TP', 'YD', 'YU', 'ZR', 'UK', 'DY', 'HV', 'NH', 'RH', 'VD']);

const COUNTRIES = new Map<string, string>();
for (const language of ['fr', 'en', 'de']) {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  for (let i = 0; i < 26 * 26; i++) {
    const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
    const name = NOT_COUNTRIES.has(code) ? undefined : names.of(code);
    if (name) COUNTRIES.set(code.toLowerCase(), code).set(plainWord(name), code);
  }
}

/** ISO 3166 code of two letters from a code (FR, FRA) or a name (France, Deutschland, Allemagne); null when unknown. */
export const parseCountry = memoised((word) => OTHER_NAMES[word] ?? ISO3[word] ?? COUNTRIES.get(word) ?? null);

const LANGUAGES = new Map<string, string>();
for (const code of ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'pl', 'ro', 'ar', 'tr', 'da', 'sv', 'cs', 'hu', 'bg', 'el', 'fi', 'zh', 'ja', 'ru', 'uk']) {
  LANGUAGES.set(code, code);
  for (const language of ['fr', 'en', code]) LANGUAGES.set(plainWord(new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code), code);
}

/** Language code of two letters from fr, fr-FR, Français, French; null when unknown. */
export const parseLanguage = memoised((word) => LANGUAGES.get(word) ?? (/^[a-z]{2}[-_][a-z]{2}$/.test(word) ? (LANGUAGES.get(word.slice(0, 2)) ?? null) : null));

/** An address with one @ and a dotted domain, at most 254 characters; null otherwise. The domain is put in lower case. */
export function parseEmail(text: string): string | null {
  if (text.length > 254 || !/^[^\s@"(),:;<>[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u.test(text)) return null;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  return local.startsWith('.') || local.endsWith('.') || local.includes('..') ? null : local + text.slice(at).toLowerCase();
}

/** A telephone number as written, with 6 to 15 digits and only the signs of numbers; null otherwise. */
export function parsePhone(text: string): string | null {
  const digits = text.replace(/\D/g, '').length;
  return text.length <= 40 && /^\+?[\d\s().\/\u00a0\u202f-]+$/.test(text) && digits >= 6 && digits <= 15 ? text : null;
}

/** Columns repeat few words: the answer per raw cell is remembered, up to 2,000 of them. */
function memoised<T>(parse: (word: string) => T): (cell: string) => T {
  const remembered = new Map<string, T>();
  return (cell) => {
    const known = remembered.get(cell);
    if (known !== undefined) return known;
    const answer = parse(plainWord(cell.slice(0, 100)));
    if (remembered.size >= 2_000) remembered.clear();
    remembered.set(cell, answer);
    return answer;
  };
}
