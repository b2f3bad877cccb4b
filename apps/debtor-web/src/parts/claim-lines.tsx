import type { AccruedLate, Claim, ClaimLine } from '../../../../libs/web-kit/src/debtor-pages';
import { isSome, isZero, less, sumOf } from '../amounts';
import { isPayable, toPayOf } from '../claim.rules';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { DocumentLink } from './document-link';
import { Card, Hidden } from './layout';

/** From so many lines on, the list for accountants is offered; more than the second figure stand only there. */
const manyLines = 4;
const shownHere = 25;

/** What is claimed: the amount once and big, then each invoice, then the sum in words. */
export function WhatIsClaimed({ claim }: { claim: Claim }) {
  const { frame, t, money } = useFrame();
  return (
    <Card title={titleOf(claim, t)}>
      {claim.state !== 'closed' && <p className="amount">{money(isPayable(claim) ? toPayOf(claim) : claim.open)}</p>}
      <table className="lines">
        <caption className="vh">{t('claimed.caption')}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t('claimed.invoice')}</th>
            <th scope="col">{t('claimed.open')}</th>
          </tr>
        </thead>
        <tbody>
          {claim.lines.slice(0, shownHere).map((line) => (
            <Line key={line.invoiceId} line={line} />
          ))}
        </tbody>
      </table>
      {claim.lines.length >= manyLines && (
        <p className="screen-only">
          <a href={`${frame.base}/invoices`}>
            {claim.lines.length > shownHere ? t('company.more', { count: claim.lines.length }) : t('company.link')}
          </a>
        </p>
      )}
      {claim.state !== 'closed' && <HowComputed claim={claim} />}
    </Card>
  );
}

/** Nothing is asked for while a payment, a pause or an end stands in between. */
function titleOf(claim: Claim, t: Words['t']): string {
  if (claim.state === 'closed') return t('claimed.titleClosed');
  if (!isPayable(claim)) return t('claimed.titleLeft');
  return claim.stage === 'before_due' ? t('claimed.titleBeforeDue') : t('claimed.title');
}

function Line({ line }: { line: ClaimLine }) {
  const { t, money, day } = useFrame();
  return (
    <tr>
      <th scope="row">
        {t('claimed.line', { number: line.number, issued: day(line.issuedOn) })}
        <span className="small">{t('claimed.due', { due: day(line.dueOn) })}</span>
        {line.description && <span className="small">{line.description}</span>}
        {!isZero(line.paid) && (
          <span className="small">{t('claimed.partPaid', { paid: money(line.paid), amount: money(line.amount) })}</span>
        )}
        {line.disputed && <span className="tag">{t('claimed.disputed')}</span>}
        {line.documents?.map((document) => (
          <DocumentLink key={document.id} document={document} number={line.number} />
        ))}
      </th>
      <td>
        {money(line.open)}
        {isZero(line.open) && <Hidden> {t('claimed.settled')}</Hidden>}
      </td>
    </tr>
  );
}

function HowComputed({ claim }: { claim: Claim }) {
  const { t, money } = useFrame();
  const { currency } = claim.open;
  const invoices = sumOf(
    currency,
    claim.lines.map(({ amount }) => amount.amount),
  );
  const paid = sumOf(
    currency,
    claim.lines.map(({ paid }) => paid.amount),
  );
  const contested = isPayable(claim) ? less(claim.open, toPayOf(claim)) : { amount: '0.00', currency };
  return (
    <details>
      <summary>{t('computed.title')}</summary>
      <dl className="sums">
        <Sum label={t('computed.invoices')} amount={money(invoices)} />
        {!isZero(paid) && <Sum label={t('computed.paid')} amount={`− ${money(paid)}`} />}
        {isSome(contested) && <Sum label={t('computed.contested')} amount={`− ${money(contested)}`} />}
        <Sum label={t('computed.open')} amount={money(less(claim.open, contested))} total />
      </dl>
      <p>{t('computed.noFees')}</p>
      {claim.late && <Accrued late={claim.late} />}
    </details>
  );
}

/** What the law and the contract add when a company is late: told with its day, not asked for here. */
function Accrued({ late }: { late: AccruedLate }) {
  const { t, money, day } = useFrame();
  return (
    <>
      <h3>{t('late.title', { day: day(late.asOf) })}</h3>
      <dl className="sums">
        {isSome(late.interest) && <Sum label={t('late.interest')} amount={money(late.interest)} />}
        {isSome(late.indemnity) && <Sum label={t('late.indemnity')} amount={money(late.indemnity)} />}
        {isSome(late.penalty) && <Sum label={t('late.penalty')} amount={money(late.penalty)} />}
        <Sum label={t('late.total')} amount={money(late.total)} total />
      </dl>
      <p>{late.provisional ? t('late.notHereProvisional') : t('late.notHere')}</p>
    </>
  );
}

function Sum({ label, amount, total = false }: { label: string; amount: string; total?: boolean }) {
  return (
    <div className={total ? 'total' : undefined}>
      <dt>{label}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
