import { useLayoutEffect, useRef } from 'react';
import { currentSettings } from '../settings/settings';
import { pressedFor } from './chosen-keys';

/** `keys` is a value of event.key ("j", "?", "Enter", "Escape"), "mod+k", "shift+j", or a sequence such as "g q". French keyboards: no digits, no brackets, no Alt. */
export interface Shortcut {
  keys: string;
  label: string;
  run: () => void;
}

const active: Array<{ current: readonly Shortcut[] }> = [];
let pending = '';
let pendingTimer: ReturnType<typeof setTimeout> | undefined;

/** All shortcuts that work now, those of the page first. */
export function activeShortcuts(): Shortcut[] {
  const seen = new Set<string>();
  return [...active]
    .reverse()
    .flatMap((set) => set.current)
    .filter(({ keys }) => !seen.has(keys) && seen.add(keys));
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Shift is named with letters alone: with signs ("?") it is how the key is made.
  if (event.ctrlKey || event.metaKey) return `mod+${key}`;
  return event.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key;
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || event.altKey || (event.repeat && event.key === 'Enter')) return;
  const name = nameOf(event);
  const withMod = name.startsWith('mod+');
  if (document.querySelector('dialog[open]')) return;
  if (!withMod && isTyping(event.target) && event.key !== 'Escape') return;
  if (event.key === 'Enter' && !withMod && event.target instanceof HTMLElement && event.target.closest('a, button, [role=row]')) return;
  const isLetter = event.key.length === 1 && !withMod;
  if (isLetter && !currentSettings().letterKeys) return;
  const { keys: chosen } = currentSettings();
  const all = activeShortcuts().map((shortcut) => ({ ...shortcut, keys: pressedFor(shortcut.keys, chosen) }));
  const sequence = pending && isLetter ? `${pending} ${name}` : name;
  const found = all.find(({ keys }) => keys === sequence) ?? all.find(({ keys }) => keys === name);
  clearTimeout(pendingTimer);
  pending = '';
  if (found) {
    event.preventDefault();
    found.run();
  } else if (isLetter && all.some(({ keys }) => keys.startsWith(`${name} `))) {
    pending = name;
    pendingTimer = setTimeout(() => (pending = ''), 1200);
  }
}

/** Binds keys as long as the component stands. Keys of a page win over those of the shell; none act while a dialog is open or while typing. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  // Before the paint: what is seen can be pressed.
  useLayoutEffect(() => {
    if (active.length === 0) document.addEventListener('keydown', onKeyDown);
    active.push(latest);
    return () => {
      active.splice(active.indexOf(latest), 1);
      if (active.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
