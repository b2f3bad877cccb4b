import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { formatCount } from '../format/money';
import { currentSettings, type Language, useSettings } from '../settings/settings';
import { type Catalogue, type Facts, fill, sentenceOf } from './fill';
import type kitFr from './fr.json';

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

/** The words of each language, fetched when it is spoken: nobody loads a language that is not read. */
export type Catalogues = Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>>;

const kit: Catalogues = { fr: () => import('./fr.json'), en: () => import('./en.json') };
/** Words of pages that few open: fetched with the first of them, and from then on with every language. */
const further = new Set<Catalogues>();
const spokenWords: Readonly<Record<Language, Record<string, string>>> = { fr: {}, en: {} };

/** Fetches more words before the page that says them is drawn. */
export async function alsoSpeak(catalogues: Catalogues): Promise<void> {
  further.add(catalogues);
  const { language } = currentSettings();
  Object.assign(spokenWords[language], (await catalogues[language]()).default);
}

const WordsContext = createContext<Words | null>(null);

/** Nothing is drawn before there are words; while another language is fetched, the former goes on speaking. */
export function I18nProvider({ catalogues, title, children }: { catalogues: Catalogues; title: string; children: ReactNode }) {
  const { language } = useSettings();
  const [spoken, setSpoken] = useState<{ readonly language: Language; readonly catalogue: Catalogue } | null>(null);
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    let isWanted = true;
    Promise.all([kit, catalogues, ...further].map((each) => each[language]())).then(
      (all) => {
        Object.assign(spokenWords[language], ...all.map((each) => each.default));
        if (isWanted) setSpoken({ language, catalogue: spokenWords[language] });
      },
      () => isWanted && setIsLost(true),
    );
    return () => {
      isWanted = false;
    };
  }, [language, catalogues]);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const words = useMemo(() => spoken && wordsOf(spoken.language, spoken.catalogue), [spoken]);
  if (words) return <WordsContext value={words}>{children}</WordsContext>;
  return isLost ? <Lost /> : null;
}

function wordsOf(language: Language, catalogue: Catalogue): Words {
  const t: Translate<string> = (key, facts = {}) => {
    const shown = typeof facts.count === 'number' ? { ...facts, n: formatCount(facts.count, language) } : facts;
    return fill(sentenceOf(catalogue, language, key, facts) ?? key, shown);
  };
  return { t, has: (key) => key in catalogue, language };
}

/** The words themselves did not come, so these stand here, in both languages. */
function Lost() {
  return (
    <main>
      <p lang="fr">La page n’a pas pu se charger.</p>
      <p lang="en">The page could not be loaded.</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        Recharger · Reload
      </button>
    </main>
  );
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
