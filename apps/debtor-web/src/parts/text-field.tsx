import { useFrame } from '../frame';
import { Hidden } from './layout';

export interface TextFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value?: string;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'text' | 'decimal';
  readonly width?: 'short' | 'full';
  readonly required?: boolean;
  readonly suffix?: string;
  readonly autoComplete?: string;
}

/** One line to type into; label and hint above, the error next to it and told to a screen reader. Codes can be pasted. */
export function TextField({
  id,
  name,
  label,
  hint,
  error,
  value = '',
  type = 'text',
  inputMode = type === 'text' ? 'text' : undefined,
  width = 'full',
  required = true,
  suffix,
  autoComplete = 'off',
}: TextFieldProps) {
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
          type={type === 'text' ? undefined : type}
          className={width}
          defaultValue={value}
          inputMode={inputMode}
          autoComplete={autoComplete}
          autoCapitalize="characters"
          spellCheck={false}
          required={required}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
        />
        {suffix && <span aria-hidden="true">{suffix}</span>}
      </span>
    </div>
  );
}
