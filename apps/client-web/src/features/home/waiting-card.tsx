import { Badge, Card, daysBetween, Note, useFormat } from '@amiable/web-kit';
import { Link } from 'react-router';
import type { Home } from '../../home';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';

/** What only the company can decide, the nearest deadline first. */
export function WaitingCard({ waiting, day }: { waiting: Home['waiting']; day: string }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  if (waiting.length === 0)
    return (
      <Note tone="ok">
        <p>{t('waiting.none')}</p>
      </Note>
    );
  return (
    <Card title={t('waiting.title', { count: waiting.length })} tone="attention">
      <p className="soft">{t('waiting.lead')}</p>
      <ul className="waiting">
        {waiting.map((each) => {
          const asked = each.disputeId ?? each.planId;
          const mayAnswer = may(each.planId ? 'decide:Plan' : 'answer:Dispute');
          const daysLeft = daysBetween(day, each.dueOn);
          return (
            <li key={each.disputeId ?? each.planId ?? each.caseId}>
              <span className="waiting-who">
                <strong>{each.debtorName}</strong>
                <small className="soft">{each.planId ? t('waiting.plan') : t('waiting.invoice', { number: each.invoiceNumber })}</small>
              </span>
              <strong className="waiting-amount">{format.money(each.amount)}</strong>
              <span className="waiting-due">
                {daysLeft < 0 ? (
                  <Badge tone="danger">{t('waiting.late', { count: -daysLeft })}</Badge>
                ) : (
                  <Badge tone={daysLeft <= 3 ? 'warning' : 'neutral'}>{t('waiting.left', { count: daysLeft })}</Badge>
                )}
                <small className="soft">{t('waiting.before', { day: format.day(each.dueOn) })}</small>
              </span>
              <Link
                className={`button ${mayAnswer ? 'primary' : ''}`}
                to={`/cases/${each.caseId}${mayAnswer && asked ? `?answer=${asked}` : ''}`}
              >
                {mayAnswer ? t('waiting.answer') : t('waiting.read')}
                <span className="visually-hidden">{[each.debtorName, each.invoiceNumber].filter(Boolean).join(', ')}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
