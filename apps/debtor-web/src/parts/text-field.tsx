import { Field, type FieldProps } from './field';

export interface TextFieldProps extends FieldProps {
  readonly name: string;
  readonly value?: string;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'text' | 'decimal';
  readonly width?: 'short' | 'full';
  readonly required?: boolean;
  readonly suffix?: string;
  readonly autoComplete?: string;
  readonly first?: string; // of a day
  readonly last?: string;
}

/** One line to type into, or a day to choose; a browser without pickers takes `2026-12-31`. Codes can be pasted. */
export function TextField({
  name,
  value = '',
  type = 'text',
  inputMode = type === 'text' ? 'text' : undefined,
  width = 'full',
  required = true,
  suffix,
  autoComplete = 'off',
  first,
  last,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(told) => (
        <span className="entry">
          <input
            id={field.id}
            name={name}
            type={type === 'text' ? undefined : type}
            className={width}
            defaultValue={value}
            inputMode={inputMode}
            autoComplete={autoComplete}
            autoCapitalize="characters"
            spellCheck={false}
            required={required}
            min={first}
            max={last}
            {...told}
          />
          {suffix && <span aria-hidden="true">{suffix}</span>}
        </span>
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly name: string;
  readonly value: string;
  readonly most?: number;
  readonly required?: boolean;
}

/** Some lines in the debtor's own words. */
export function TextArea({ name, value, most = 1_000, required = true, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(told) => <textarea id={field.id} name={name} rows={4} maxLength={most} defaultValue={value} required={required} {...told} />}
    </Field>
  );
}
