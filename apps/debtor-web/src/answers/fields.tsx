import type { ReactNode } from 'react';
import type { AnswerForm, ClaimLine } from '../../../../libs/web-kit/src/debtor-pages';
import { isSome } from '../amounts';
import { useFrame } from '../frame';
import { Field, FieldError, type FieldProps } from '../parts/field';
import { TextArea, TextField, type TextFieldProps } from '../parts/text-field';

/** A form as its fields need it: what was typed, and what is wrong with which. */
export interface Typed {
  readonly values: AnswerForm['values'];
  readonly wrong: { readonly field: string | null; readonly text: string } | null;
}

export const typed = ({ values }: Typed, name: string): string => values[name]?.[0] ?? '';
export const errorOf = ({ wrong }: Typed, name: string): string | null => (wrong?.field === name ? wrong.text : null);

/** One line, filled again with what was typed. */
export function Line({ form, name, ...rest }: { form: Typed; name: string } & Omit<TextFieldProps, 'id' | 'name' | 'value' | 'error'>) {
  return <TextField id={name} name={name} value={typed(form, name)} error={errorOf(form, name)} required={false} {...rest} />;
}

/** Words in as many lines as one likes. */
export function Words({
  form,
  name = 'note',
  label,
  required = false,
  ...rest
}: { form: Typed; name?: string; required?: boolean } & Pick<FieldProps, 'label' | 'hint'>) {
  const { t } = useFrame();
  return (
    <TextArea
      id={name}
      name={name}
      label={required ? label : t('answering.optional', { label })}
      value={typed(form, name)}
      error={errorOf(form, name)}
      most={4_000}
      required={false}
      {...rest}
    />
  );
}

export function Select({
  form,
  name,
  label,
  hint,
  options,
}: {
  form: Typed;
  name: string;
  label: string;
  hint?: string;
  options: ReadonlyArray<readonly [value: string, label: string]>;
}) {
  const { t } = useFrame();
  const error = errorOf(form, name);
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(told) => (
        <select id={name} name={name} defaultValue={typed(form, name)} {...told}>
          <option value="">{t('answering.choose')}</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of several, or several: radio buttons or boxes under one question. */
export function Choices({
  form,
  name,
  question,
  kind,
  options,
  hint,
}: {
  form: Typed;
  name: string;
  question: string;
  kind: 'radio' | 'checkbox';
  options: ReadonlyArray<{ readonly value: string; readonly label: ReactNode; readonly hint?: string }>;
  hint?: string;
}) {
  const error = errorOf(form, name);
  const idOf = (n: number) => (n === 0 ? name : `${name}-${n}`);
  return (
    <fieldset className={error ? 'field wrong' : 'field'} aria-describedby={error ? `${name}-error` : undefined}>
      <legend>{question}</legend>
      {hint && <p className="hint">{hint}</p>}
      <FieldError id={name} error={error} />
      {options.map((option, n) => (
        <div className="box" key={option.value}>
          <input
            type={kind}
            name={name}
            id={idOf(n)}
            value={option.value}
            defaultChecked={form.values[name]?.includes(option.value) ?? false}
            aria-describedby={option.hint ? `${idOf(n)}-hint` : undefined}
          />
          <label htmlFor={idOf(n)}>
            {option.label}
            {option.hint && (
              <span className="small" id={`${idOf(n)}-hint`}>
                {option.hint}
              </span>
            )}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

/** The invoices of the case that are open, as boxes. */
export function InvoiceChoice({ form, lines, hint }: { form: Typed; lines: readonly ClaimLine[]; hint?: string }) {
  const { t, money, day } = useFrame();
  const open = lines.filter((line) => isSome(line.open) && !line.disputed);
  if (open.length === 0) return null;
  return (
    <Choices
      form={form}
      name="invoiceIds"
      kind="checkbox"
      question={t('answering.which')}
      hint={hint}
      options={open.map((line) => ({
        value: line.invoiceId,
        label: (
          <>
            {t('claimed.line', { number: line.number, issued: day(line.issuedOn) })} <strong>{money(line.open)}</strong>
          </>
        ),
      }))}
    />
  );
}

/** Files: more than one may be chosen; after an error the browser has forgotten them, and the page says so. */
export function Files({ form, hint }: { form: Typed; hint?: string }) {
  const { t } = useFrame();
  const error = errorOf(form, 'files');
  const hints = [hint, t('answering.filesHint'), form.wrong ? t('answering.filesAgain') : null].filter(Boolean).join(' ');
  return (
    <Field id="files" label={t('answering.optional', { label: t('answering.files') })} hint={hints} error={error}>
      {(told) => (
        <input type="file" id="files" name="files" multiple accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png" {...told} />
      )}
    </Field>
  );
}
