import { useFrame } from '../frame';
import { Hidden } from './layout';

/** Some lines in the debtor's own words. */
export function TextArea({
  id,
  name,
  label,
  hint,
  value,
  error,
  most = 1_000,
}: {
  id: string;
  name: string;
  label: string;
  hint?: string;
  value: string;
  error: string | null;
  most?: number;
}) {
  const { t } = useFrame();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <Hidden>{t('form.errorPrefix')} </Hidden>
          {error}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={4}
        maxLength={most}
        defaultValue={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        required
      />
    </div>
  );
}
