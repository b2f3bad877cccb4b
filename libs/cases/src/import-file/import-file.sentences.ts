import en from './import-file.messages.en.json';
import fr from './import-file.messages.fr.json';

export type Language = 'fr' | 'en';

const SENTENCES: Record<Language, Record<string, string>> = { fr, en };

/** The sentence of a code in French or English, its {placeholders} filled; long values are shortened to 80 characters. */
export function sentenceOf(code: string, params: Record<string, string | number>, language: Language): string {
  const sentence = SENTENCES[language][code] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    return value.length > 80 && name !== 'expected' && name !== 'problem' ? `${value.slice(0, 79)}…` : value;
  });
}
