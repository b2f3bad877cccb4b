import {
  createContext,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useContext,
  useId,
  useState,
} from 'react';
import { formatDayInFull } from '../format/days';
import { useKitT } from '../i18n/i18n';
import { useSettings } from '../settings/settings';

/** Errors by the name of the field, from a form or from a refusal of the server. */
export const FieldErrors = createContext<Readonly<Record<string, string>>>({});

export interface FieldWords {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
}

interface Control {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label above, hint below it, error under the control, all linked to the control. */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  name,
  optional,
  children,
}: FieldWords & { name?: string; optional?: boolean; children: (control: Control) => ReactNode }) {
  const id = useId();
  const t = useKitT();
  const errors = useContext(FieldErrors);
  const wrong = error ?? (name ? errors[name] : undefined);
  const described = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field" data-wrong={wrong ? '' : undefined}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
        {optional && <span className="soft"> {t('kit.optional')}</span>}
      </label>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': wrong ? true : undefined })}
      {wrong && (
        <p className="field-error" id={`${id}-error`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

export function Input({ label, hint, error, hideLabel, ...rest }: FieldWords & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field {...{ label, hint, error, hideLabel }} {...(rest.name ? { name: rest.name } : {})}>
      {(control) => <input className="input" {...rest} {...control} />}
    </Field>
  );
}

export function Textarea({
  label,
  hint,
  error,
  hideLabel,
  optional,
  ...rest
}: FieldWords & { optional?: boolean } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field {...{ label, hint, error, hideLabel, optional }} {...(rest.name ? { name: rest.name } : {})}>
      {(control) => <textarea className="input" rows={3} {...rest} {...control} />}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function Select({
  label,
  hint,
  error,
  hideLabel,
  options,
  ...rest
}: FieldWords & { options: readonly Option[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field {...{ label, hint, error, hideLabel }} {...(rest.name ? { name: rest.name } : {})}>
      {(control) => (
        <select className="input" {...rest} {...control}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A civil day by the browser's own picker, which every assistive technology knows; said in full beside it, as the picker writes days in the browser's way. */
export function DateInput({
  label,
  hint,
  error,
  hideLabel,
  onChange,
  ...rest
}: FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const { language } = useSettings();
  const [typed, setTyped] = useState(String(rest.defaultValue ?? ''));
  const day = rest.value === undefined ? typed : String(rest.value);
  return (
    <Field {...{ label, hint, error, hideLabel }} {...(rest.name ? { name: rest.name } : {})}>
      {(control) => (
        <div className="date-input">
          <input
            className="input"
            type="date"
            {...rest}
            {...control}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange?.(event);
            }}
          />
          <output className="soft">{/^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDayInFull(day, language) : ''}</output>
        </div>
      )}
    </Field>
  );
}

export function Checkbox({ label, hint, ...rest }: { label: string; hint?: string } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="checkbox">
      <input type="checkbox" id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...rest} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** One of few, all seen at once. */
export function RadioGroup({
  legend,
  name,
  options,
  value,
  onChange,
  inline = false,
}: {
  legend: string;
  name: string;
  options: ReadonlyArray<Option & { hint?: string }>;
  value: string;
  onChange: (value: string) => void;
  inline?: boolean;
}) {
  return (
    <fieldset className={`radios ${inline ? 'inline' : ''}`}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
