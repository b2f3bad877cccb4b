import { plainWord } from './clean-text';
import { memoised } from './remembered-words';

const ISO3: Record<string, string> = {
  fra: 'FR', deu: 'DE', bel: 'BE', che: 'CH', lux: 'LU', ita: 'IT', esp: 'ES', prt: 'PT', nld: 'NL', gbr: 'GB', irl: 'IE', aut: 'AT', pol: 'PL', cze: 'CZ', svk: 'SK',
  hun: 'HU', rou: 'RO', bgr: 'BG', grc: 'GR', hrv: 'HR', svn: 'SI', dnk: 'DK', swe: 'SE', nor: 'NO', fin: 'FI', est: 'EE', lva: 'LV', ltu: 'LT', mlt: 'MT', cyp: 'CY',
  mco: 'MC', usa: 'US', can: 'CA', mar: 'MA', tun: 'TN', dza: 'DZ', sen: 'SN', civ: 'CI', tur: 'TR', chn: 'CN', jpn: 'JP', ind: 'IN', aus: 'AU', bra: 'BR', mex: 'MX',
  isr: 'IL', zaf: 'ZA', are: 'AE', sgp: 'SG', hkg: 'HK', ukr: 'UA', srb: 'RS', isl: 'IS', lie: 'LI',
};
const OTHER_NAMES: Record<string, string> = { uk: 'GB', 'grande-bretagne': 'GB', angleterre: 'GB', england: 'GB', 'great britain': 'GB', usa: 'US', hollande: 'NL', el: 'GR', 'france metropolitaine': 'FR' };
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'ZZ', 'QO', 'XA', 'XB', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA', 'CQ', 'AN', 'BU', 'CS', 'DD', 'FX', 'NT', 'SU', 'TP', 'YD', 'YU', 'ZR', 'UK', 'DY', 'HV', 'NH', 'RH', 'VD']);

const COUNTRIES = new Map<string, string>([...Object.entries(ISO3), ...Object.entries(OTHER_NAMES)]);
for (const language of ['fr', 'en', 'de']) {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  for (let i = 0; i < 26 * 26; i++) {
    const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26));
    const name = NOT_COUNTRIES.has(code) ? undefined : names.of(code);
    if (name) COUNTRIES.set(code.toLowerCase(), code).set(plainWord(name), code);
  }
}

/** ISO 3166 code of two letters from a code (FR, FRA) or a name (France, Deutschland, Allemagne); null when unknown. */
export const parseCountry = memoised((word) => COUNTRIES.get(word) ?? null);
