import { useSyncExternalStore } from 'react';

export type Language = 'fr' | 'en';
export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'cosy';

/** What a person chose for this browser. The language also belongs to the account, which gives the first value. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  readonly density: Density;
  /** Shortcuts of a single letter can be switched off (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  /** Keys of one's own: the key of the house, and the one pressed instead. */
  readonly keys: Readonly<Record<string, string>>;
}

const place = 'amiable.settings';
const listeners = new Set<() => void>();
let chosen: Partial<Settings> = read();
let current: Settings = complete();

function read(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Settings>;
  } catch {
    return {};
  }
}

function complete(accountLanguage?: Language): Settings {
  const ofBrowser: Language = navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  return { language: accountLanguage ?? ofBrowser, theme: 'system', density: 'compact', letterKeys: true, keys: {}, ...chosen };
}

/** The root element carries the choices; the style sheets do the rest. */
function show() {
  const root = document.documentElement;
  root.lang = current.language;
  root.dataset.density = current.density;
  if (current.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = current.theme;
}

function publish(next: Settings) {
  current = next;
  show();
  for (const listener of listeners) listener();
}

export function startSettings(): void {
  show();
}

export function chooseSettings(choice: Partial<Settings>): void {
  chosen = { ...chosen, ...choice };
  try {
    localStorage.setItem(place, JSON.stringify(chosen));
  } catch {
    // A browser that keeps nothing still obeys until it is closed.
  }
  publish({ ...current, ...choice });
}

/** The language of the account counts as long as nothing else was chosen in this browser. */
export function setAccountLanguage(language: Language): void {
  const next = complete(language);
  if (next.language !== current.language) publish(next);
}

/** The keys kept with the account win over those of this browser. */
export function setAccountShortcuts({ letterKeys, keys }: Pick<Settings, 'letterKeys' | 'keys'>): void {
  chooseSettings({ letterKeys, keys });
}

export function currentSettings(): Settings {
  return current;
}

export function useSettings(): Settings {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentSettings);
}
