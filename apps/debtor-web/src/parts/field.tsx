import type { ReactNode } from 'react';
import { useFrame } from '../frame';
import { Hidden } from './layout';

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
}

/** What every control says of itself to a screen reader. */
export interface Told {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** Label, hint and error around a control, tied to it. */
export function Field({ id, label, hint, error, children }: FieldProps & { children: (told: Told) => ReactNode }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {children({ 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

/** What is wrong with a control, next to it and told to a screen reader. */
export function FieldError({ id, error }: Pick<FieldProps, 'id' | 'error'>) {
  const { t } = useFrame();
  if (!error) return null;
  return (
    <p className="error" id={`${id}-error`}>
      <Hidden>{t('form.errorPrefix')} </Hidden>
      {error}
    </p>
  );
}
