import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useKitT } from '../i18n/i18n';
import { IconButton } from './button';
import { useToastRegion } from './toast';

/** The browser's own modal dialog: it holds the focus, makes the rest inert and gives the focus back when it goes. */
export function Dialog({
  title,
  onClose,
  children,
  wide = false,
  aside,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  wide?: boolean;
  aside?: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const toasts = useToastRegion();
  const t = useKitT();
  useLayoutEffect(() => {
    const dialog = ref.current!;
    dialog.showModal();
    (dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog.querySelector<HTMLElement>('button[type=submit]'))?.focus();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={`dialog ${wide ? 'wide' : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.dataset.pressedOutside = 'yes';
        else delete event.currentTarget.dataset.pressedOutside;
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && event.currentTarget.dataset.pressedOutside) onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          {aside}
          <IconButton icon="close" label={t('kit.close')} onClick={onClose} />
        </header>
        {children}
      </div>
      {toasts}
    </dialog>
  );
}
