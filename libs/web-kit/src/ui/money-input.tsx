import { type InputHTMLAttributes, useState } from 'react';
import { type Decimal, readDecimal } from '../format/decimal';
import { formatMoney } from '../format/money';
import { useKitT } from '../i18n/i18n';
import { useSettings } from '../settings/settings';
import { Field, type FieldWords } from './field';

type Props = FieldWords &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue' | 'onChange'> & {
    currency: string;
    initial?: Decimal;
    /** Decimal text, or null when what stands there is no amount. */
    onAmount?: (amount: Decimal | null) => void;
  };

/** Takes "1 212,82" and "1,212.82" alike, and shows how it was read. A hidden field of the same name carries decimal text. */
export function MoneyInput({ label, hint, error, hideLabel, currency, initial = '', onAmount, name, ...rest }: Props) {
  const { language } = useSettings();
  const t = useKitT();
  const [typed, setTyped] = useState(language === 'fr' ? initial.replace('.', ',') : initial);
  const amount = readDecimal(typed);
  const unreadable = typed.trim() !== '' && amount === null ? t('kit.notAnAmount') : null;
  return (
    <Field {...{ label, hint, hideLabel }} error={unreadable ?? error ?? null} {...(name ? { name } : {})}>
      {(control) => (
        <div className="money-input">
          <input
            className="input numeric"
            inputMode="decimal"
            autoComplete="off"
            {...rest}
            {...control}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              onAmount?.(readDecimal(event.target.value));
            }}
          />
          <output className="soft">{amount === null ? currency : formatMoney({ amount, currency }, language)}</output>
          <input type="hidden" name={name} value={amount ?? ''} />
        </div>
      )}
    </Field>
  );
}
