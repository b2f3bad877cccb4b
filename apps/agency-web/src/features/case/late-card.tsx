import { Card, isZero, Note, useFormat } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';

/** Retard: interest, indemnity and penalty that have accrued, with their reckoning; or why nothing is claimed. Apart from the balance. */
export function LateCard({ theCase: { latePayment: late } }: { theCase: CaseStory }) {
  const t = useT();
  const { money, day, percent } = useFormat();
  const whyNot: Readonly<Record<string, string>> = {
    NOT_IN_MANDATE: t('late.why.NOT_IN_MANDATE'),
    CONSUMER: t('late.why.CONSUMER'),
    PLAN_WITHOUT_INTEREST: t('late.why.PLAN_WITHOUT_INTEREST'),
    NOBODY_MAY_ASK: t('late.why.NOBODY_MAY_ASK'),
    OTHER_CURRENCY: t('late.why.OTHER_CURRENCY'),
    NOTHING_LATE: t('late.why.NOTHING_LATE'),
  };
  if (late.nothing === 'CASE_CLOSED') return null;
  return (
    <Card title={t('late.title')}>
      {late.nothing ? (
        <p className="soft">{whyNot[late.nothing] ?? t('late.why.NOT_IN_MANDATE')}</p>
      ) : (
        <>
          <dl className="balance" data-late={late.total.amount}>
            {!isZero(late.interest.amount) && (
              <div>
                <dt>{t('late.interest')}</dt>
                <dd>{money(late.interest)}</dd>
              </div>
            )}
            {!isZero(late.indemnity.amount) && (
              <div>
                <dt>{t('late.indemnity')}</dt>
                <dd>{money(late.indemnity)}</dd>
              </div>
            )}
            {!isZero(late.penalty.amount) && (
              <div>
                <dt>{t('late.penalty')}</dt>
                <dd>{money(late.penalty)}</dd>
              </div>
            )}
            <div className="late-total">
              <dt>{t('late.total')}</dt>
              <dd>{money(late.total)}</dd>
            </div>
          </dl>
          <p className="soft">{t('late.apart', { day: day(late.asOf) })}</p>
          {late.provisional && <Note tone="warning">{t('late.provisional')}</Note>}
          <details>
            <summary>{t('late.reckoning')}</summary>
            <ul className="points">
              {late.lines.map((line) => (
                <li key={line.invoiceNumber}>
                  <span>
                    <strong className="reference">{line.invoiceNumber}</strong>
                    {line.segments.map((segment) => (
                      <small key={segment.from} className="block">
                        {t('late.segment', {
                          base: money(segment.base),
                          rate: percent(segment.ratePercent),
                          count: segment.days,
                          until: day(segment.until),
                        })}
                      </small>
                    ))}
                  </span>
                  <strong>{money(line.interest)}</strong>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </Card>
  );
}
