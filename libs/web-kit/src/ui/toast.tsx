import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useKitT } from '../i18n/i18n';
import { Button, IconButton } from './button';

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}
type Show = (toast: { text: string; undo?: () => void }) => void;
const ToastContext = createContext<Show>(() => {});

/** What was just done, in one line, for ten seconds, with a way back where there is one. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useKitT();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Show>(
    (toast) => {
      const id = ++last.current;
      setToasts((all) => [...all.slice(-2), { id, ...toast }]);
      setTimeout(() => drop(id), 10_000);
    },
    [drop],
  );
  const region = useMemo(
    () => (
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div className="toast" key={toast.id}>
            <span>{toast.text}</span>
            {toast.undo && (
              <Button
                kind="quiet"
                onClick={() => {
                  drop(toast.id);
                  toast.undo!();
                }}
              >
                {t('kit.undo')}
              </Button>
            )}
            <IconButton icon="close" label={t('kit.close')} onClick={() => drop(toast.id)} />
          </div>
        ))}
      </div>
    ),
    [toasts, drop, t],
  );
  return (
    <ToastContext value={show}>
      {children}
      {region}
    </ToastContext>
  );
}

export const useToast = (): Show => useContext(ToastContext);
