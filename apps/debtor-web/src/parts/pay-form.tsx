import type { ReactNode } from 'react';
import type { ClaimLine, DebtorPage } from '../../../../libs/web-kit/src/debtor-pages';
import { payableLines, toPayOf } from '../claim.rules';
import { useFrame } from '../frame';
import { Csrf } from './layout';
import type { PayError } from './pay-errors';
import { TextField } from './text-field';

/** More invoices than these are chosen in the list for accountants. */
const mostBoxes = 40;

type Pay = Extract<DebtorPage, { kind: 'pay' }>;

/** The three ways to say how much; what belongs to a choice shows under it, and stays visible where a browser cannot hide it. */
export function PayForm({ page, error }: { page: Pay; error: PayError | null }) {
  const { frame, t, money } = useFrame();
  const { claim, chosen } = page;
  const all = money(toPayOf(claim));
  const lines = payableLines(claim);
  const mayChoose = claim.partPayment.allowed;
  return (
    <form className="card" method="post" action={`${frame.base}/pay`} noValidate>
      <Csrf token={page.csrf} />
      <input type="hidden" name="expected" value={toPayOf(claim).amount} />
      <fieldset>
        <legend>
          <h2>{t('pay.howMuch')}</h2>
        </legend>
        <Choice value="all" chosen={chosen} label={t('pay.all', { amount: all })} hint={t('pay.allHint')} />
        {mayChoose && lines.length > 1 && lines.length <= mostBoxes && (
          <Choice value="invoices" chosen={chosen} label={t('pay.invoices')} hint={t('pay.invoicesHint')}>
            <fieldset className="reveal">
              <legend className="vh">{t('pay.invoicesLegend')}</legend>
              {lines.map((line) => (
                <InvoiceBox key={line.invoiceId} line={line} checked={page.invoiceIds.includes(line.invoiceId)} />
              ))}
            </fieldset>
          </Choice>
        )}
        {mayChoose && (
          <Choice value="part" chosen={chosen} label={t('pay.part')} hint={t('pay.partHint')}>
            <div className="reveal">
              <TextField
                id="amount"
                name="amount"
                label={t('pay.amount')}
                hint={t('pay.amountHint', { smallest: money(claim.partPayment.smallest), largest: all })}
                value={page.part}
                error={error?.field === 'amount' ? error.summary : null}
                inputMode="decimal"
                width="short"
                required={false}
                suffix={claim.open.currency === 'EUR' ? '€' : claim.open.currency}
              />
            </div>
          </Choice>
        )}
      </fieldset>
      {mayChoose && lines.length > mostBoxes && (
        <p>
          <a href={`${frame.base}/invoices`}>{t('company.more', { count: claim.lines.length })}</a>
        </p>
      )}
      <button className="btn wide">{t('pay.button')}</button>
      <p className="hint">{t('payAll.how')}</p>
    </form>
  );
}

function Choice({
  value,
  chosen,
  label,
  hint,
  children,
}: {
  value: Pay['chosen'];
  chosen: Pay['chosen'];
  label: string;
  hint: string;
  children?: ReactNode;
}) {
  const id = `choice-${value}`;
  return (
    <div className="choice">
      <input type="radio" name="choice" id={id} value={value} defaultChecked={chosen === value} aria-describedby={`${id}-hint`} />
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {children}
    </div>
  );
}

function InvoiceBox({ line, checked }: { line: ClaimLine; checked: boolean }) {
  const { t, money, day } = useFrame();
  const id = `invoice-${line.invoiceId}`;
  return (
    <div className="box">
      <input type="checkbox" name="invoiceIds" id={id} value={line.invoiceId} defaultChecked={checked} />
      <label htmlFor={id}>
        {t('claimed.line', { number: line.number, issued: day(line.issuedOn) })} <strong>{money(line.open)}</strong>
      </label>
    </div>
  );
}
