import { useFrame } from '../frame';
import { Hidden } from './layout';

/** A day, chosen or typed; a browser without pickers takes `2026-12-31`. */
export function DayField({
  id,
  name,
  label,
  hint,
  error,
  value,
  first,
  last,
}: {
  id: string;
  name: string;
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  first: string;
  last: string;
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
      <span className="entry">
        <input
          id={id}
          name={name}
          type="date"
          className="short"
          defaultValue={value}
          min={first}
          max={last}
          required
          autoComplete="off"
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
      </span>
    </div>
  );
}
