import { type FormEvent, type ReactNode, useState } from 'react';
import { Refusal } from '../data/request';
import { useIdempotencyKey } from '../data/use-write';
import { useKitT } from '../i18n/i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FieldErrors } from '../ui/field';
import { ErrorNote, useErrorSentence } from '../ui/states';

export type FormValues = Readonly<Record<string, string>>;

interface Props {
  title: string;
  submit: string;
  /** Says no by throwing a Refusal; its field gets the sentence. The key stays the same for every try of this dialog. */
  onSubmit: (values: FormValues, idempotencyKey: string) => Promise<unknown>;
  onClose: () => void;
  aside?: ReactNode;
  children: ReactNode;
  danger?: boolean;
  wide?: boolean;
  disabledReason?: string | null;
}

/** A form in a dialog: one act, one idempotency key, errors at their fields, Mod+Enter sends. */
export function FormDialog({ title, submit, onSubmit, onClose, aside, children, danger = false, wide = false, disabledReason }: Props) {
  const t = useKitT();
  const key = useIdempotencyKey();
  const sentence = useErrorSentence();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const field = error instanceof Refusal ? error.field?.split('.').at(-1) : undefined;

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy || disabledReason) return;
    const form = event.currentTarget;
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit(values, key);
      onClose();
    } catch (refusal) {
      setError(refusal);
      setBusy(false);
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    }
  };
  return (
    <Dialog title={title} onClose={onClose} wide={wide} aside={aside}>
      <FieldErrors value={field ? { [field]: sentence(error) } : {}}>
        <form
          className="form"
          onSubmit={(event) => void send(event)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
          }}
        >
          <ErrorNote error={error} />
          {children}
          <footer className="form-foot">
            <Button onClick={onClose}>{t('kit.cancel')}</Button>
            <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={busy} disabledReason={disabledReason ?? null}>
              {submit}
            </Button>
          </footer>
        </form>
      </FieldErrors>
    </Dialog>
  );
}
