import { useEffect, useState } from 'react';
import { activeOf, draftOf, type Editor, sameWords, type Slot, type Words } from './use-template';

const keyOf = (slot: Slot, newest: number) => `template-draft:${JSON.stringify(slot)}:${newest}`;

function kept(key: string): Words | null {
  try {
    const text = sessionStorage.getItem(key);
    return text ? (JSON.parse(text) as Words) : null;
  } catch {
    return null;
  }
}

/** What is typed and not saved: kept in this tab whatever way one leaves, and found again on return; closing the tab asks first. */
export function useWords(slot: Slot, editor: Editor) {
  const saved: Words = (draftOf(editor) ?? activeOf(editor))?.text ?? editor.standard;
  const key = keyOf(slot, editor.newest);
  const [words, setWords] = useState<Words>(() => kept(key) ?? saved);
  const [found] = useState(() => kept(key) !== null);
  const isChanged = !sameWords(words, saved);
  useEffect(() => {
    try {
      if (isChanged) sessionStorage.setItem(key, JSON.stringify(words));
      else sessionStorage.removeItem(key);
    } catch {
      // A browser without storage: closing still asks.
    }
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged, key, words]);
  return { words, setWords, saved, isChanged, isFound: found && isChanged };
}
