import { Button, ErrorNote, FieldErrors, newIdempotencyKey, Refusal, useErrorSentence } from '@amiable/web-kit';
import { type FormEvent, type ReactNode, useState } from 'react';

/** One step: its fields, one button, and what was refused at its field. What was typed stays. */
export function StepForm({
  submit,
  onSubmit,
  children,
}: {
  submit: string;
  onSubmit: (values: Readonly<Record<string, string>>, form: FormData, idempotencyKey: string) => Promise<unknown>;
  children: ReactNode;
}) {
  const sentence = useErrorSentence();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const field = error instanceof Refusal ? error.field?.split('.').at(-1) : undefined;
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    setBusy(true);
    setError(undefined);
    try {
      await onSubmit(Object.fromEntries([...data].map(([name, value]) => [name, String(value)])), data, newIdempotencyKey());
    } catch (refusal) {
      setError(refusal);
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    }
    setBusy(false);
  };
  return (
    <FieldErrors value={field ? { [field]: sentence(error) } : {}}>
      <form className="form start-form" onSubmit={(event) => void send(event)}>
        <ErrorNote error={error} />
        {children}
        <footer className="form-foot">
          <Button type="submit" kind="primary" busy={busy}>
            {submit}
          </Button>
        </footer>
      </form>
    </FieldErrors>
  );
}
