import type { ReactNode } from 'react';
import { pressedFor } from '../keys/chosen-keys';
import { useSettings } from '../settings/settings';

/** A key of the keyboard beside the act it does; hidden when letter keys are switched off. */
export function Key({ children }: { children: ReactNode }) {
  const { letterKeys, keys } = useSettings();
  const shown = typeof children === 'string' && children.length === 1 ? pressedFor(children.toLowerCase(), keys).toUpperCase() : children;
  return letterKeys ? (
    <kbd className="key" aria-hidden="true">
      {shown}
    </kbd>
  ) : null;
}
