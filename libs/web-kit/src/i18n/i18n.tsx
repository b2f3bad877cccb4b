import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { formatCount } from '../format/money';
import { type Language, useSettings } from '../settings/settings';
import kitEn from './en.json';
import { type Catalogue, type Facts, fill, sentenceOf } from './fill';
import kitFr from './fr.json';

type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
/** The keys of a catalogue as code says them: `cases.count` for `cases.count_one` and `cases.count_other`. */
export type KeyOf<C> = WithoutPlural<keyof C & string>;
export type KitKey = KeyOf<typeof kitFr>;

export type Translate<K extends string> = (key: K, facts?: Facts) => string;
interface Words {
  readonly t: Translate<string>;
  readonly has: (key: string) => boolean;
  readonly language: Language;
}

const kit: Record<Language, Catalogue> = { fr: kitFr, en: kitEn };
const WordsContext = createContext<Words | null>(null);

export function I18nProvider({
  catalogues,
  title,
  children,
}: {
  catalogues: Record<Language, Catalogue>;
  title: string;
  children: ReactNode;
}) {
  const { language } = useSettings();
  const words = useMemo<Words>(() => {
    const catalogue = { ...kit[language], ...catalogues[language] };
    const t: Translate<string> = (key, facts = {}) => {
      const shown = typeof facts.count === 'number' ? { ...facts, n: formatCount(facts.count, language) } : facts;
      return fill(sentenceOf(catalogue, language, key, facts) ?? key, shown);
    };
    return { t, has: (key) => key in catalogue, language };
  }, [language, catalogues]);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords needs an I18nProvider above it');
  return words;
}

/** An app narrows it to its own catalogue: `export const useT = () => useTranslate<KeyOf<typeof fr>>();` */
export function useTranslate<K extends string>(): Translate<K | KitKey> {
  return useWords().t as Translate<K | KitKey>;
}

export const useKitT = (): Translate<KitKey> => useTranslate<never>();

/** A sentence with marked-up facts: `<T k="case.title" facts={{ name: <b>…</b> }} />`. */
export function T<K extends string = KitKey>({ k, facts }: { k: K; facts: Readonly<Record<string, ReactNode>> }) {
  const { t } = useWords();
  const marks = Object.fromEntries(Object.keys(facts).map((name) => [name, `\u0001${name}\u0001`]));
  const parts = t(k, marks).split('\u0001');
  return parts.map((part, index) => (index % 2 === 1 ? <span key={index}>{facts[part]}</span> : part));
}
