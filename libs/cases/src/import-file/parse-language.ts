import { plainWord } from './clean-text';
import { memoised } from './remembered-words';

const LANGUAGES = new Map<string, string>();
for (const code of [
  'fr',
  'en',
  'de',
  'es',
  'it',
  'nl',
  'pt',
  'pl',
  'ro',
  'ar',
  'tr',
  'da',
  'sv',
  'cs',
  'hu',
  'bg',
  'el',
  'fi',
  'zh',
  'ja',
  'ru',
  'uk',
]) {
  LANGUAGES.set(code, code);
  for (const language of ['fr', 'en', code])
    LANGUAGES.set(plainWord(new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code), code);
}

/** Language code of two letters from fr, fr-FR, Français, French; null when unknown. */
export const parseLanguage = memoised(
  (word) => LANGUAGES.get(word) ?? (/^[a-z]{2}[-_][a-z]{2}$/.test(word) ? (LANGUAGES.get(word.slice(0, 2)) ?? null) : null),
);
