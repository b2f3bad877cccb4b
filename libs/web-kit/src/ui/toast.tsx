import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useKitT } from '../i18n/i18n';
import { useShortcuts } from '../keys/shortcuts';
import { Button, IconButton } from './button';

interface ToastWish {
  text: string;
  undo?: () => void;
  /** How long the way back stays open, seconds; counted down beside the words. */
  undoSeconds?: number;
  /** Something that came in, not something one did. */
  isNews?: boolean;
}
interface Toast extends ToastWish {
  id: number;
  until: number;
}
type Show = (toast: ToastWish) => void;
const ToastContext = createContext<Show>(() => {});
const RegionContext = createContext<ReactNode>(null);
const secondsShown = 10;

/** What was just done or came in, in one line, for ten seconds, with a way back where there is one: the button, or Z. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useKitT();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>(
    (toast) => {
      const id = ++last.current;
      const seconds = toast.undoSeconds ?? secondsShown;
      setToasts((all) => [...all.slice(-2), { id, until: Date.now() + seconds * 1000, ...toast }]);
      setTimeout(() => drop(id), seconds * 1000);
    },
    [drop],
  );
  const takeBack = useCallback(
    (toast: Toast) => {
      drop(toast.id);
      toast.undo?.();
    },
    [drop],
  );
  const undoable = toasts.findLast(({ undo }) => undo);
  useShortcuts(undoable ? [{ keys: 'z', label: t('kit.undo'), run: () => takeBack(undoable) }] : []);
  const region = useMemo(
    () => (
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div className="toast" key={toast.id} data-news={toast.isNews || undefined}>
            <span>{toast.text}</span>
            {toast.undo && (
              <Button kind="quiet" shortcut={toast === undoable ? 'Z' : undefined} onClick={() => takeBack(toast)}>
                {t('kit.undo')} {toast.undoSeconds !== undefined && <Countdown until={toast.until} />}
              </Button>
            )}
            <IconButton icon="close" label={t('kit.close')} onClick={() => drop(toast.id)} />
          </div>
        ))}
      </div>
    ),
    [toasts, undoable, drop, takeBack, t],
  );
  return (
    <ToastContext value={show}>
      <RegionContext value={region}>
        {children}
        {region}
      </RegionContext>
    </ToastContext>
  );
}

/** Seconds that are left, not read aloud one by one. */
function Countdown({ until }: { until: number }) {
  const [left, setLeft] = useState(() => Math.ceil((until - Date.now()) / 1000));
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <span className="countdown" aria-hidden="true">
      {left} s
    </span>
  );
}

export const useToast = (): Show => useContext(ToastContext);
/** The same toasts once more inside a modal dialog: what stands behind it can neither be seen nor pressed. */
export const useToastRegion = (): ReactNode => useContext(RegionContext);
