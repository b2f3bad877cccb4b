import type { ReactNode } from 'react';
import { useSettings } from '../settings/settings';

/** A key of the keyboard beside the act it does; hidden when letter keys are switched off. */
export function Key({ children }: { children: ReactNode }) {
  const { letterKeys } = useSettings();
  return letterKeys ? (
    <kbd className="key" aria-hidden="true">
      {children}
    </kbd>
  ) : null;
}
