import { Badge, Card, Note, useFormat, useSentences } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';

/** What the agency does next and when, or why nothing leaves. */
export function NextCard({ theCase: { state, nextStep, nextStepOn, holdReason, holdUntil } }: { theCase: CaseStory }) {
  const t = useT();
  const { day, relativeDay } = useFormat();
  const sentences = useSentences();
  return (
    <Card title={t('next.title')}>
      {state === 'CLOSED' ? (
        <p className="soft">{t('next.closed')}</p>
      ) : state === 'ON_HOLD' ? (
        <Note tone="warning">
          <p>{t('next.onHold', { until: holdUntil && day(holdUntil), reason: sentences.holdReason(holdReason) })}</p>
        </Note>
      ) : nextStep ? (
        <p>
          <strong>{nextStep}</strong>
          {nextStepOn && (
            <>
              <br />
              <span className="soft">{`${day(nextStepOn)}, ${relativeDay(nextStepOn)}`}</span>
            </>
          )}
        </p>
      ) : (
        <p className="soft">{t('next.byHand')}</p>
      )}
    </Card>
  );
}

/** Échéancier agreed with the debtor. */
export function PlanCard({ instalments }: { instalments: CaseStory['instalments'] }) {
  const t = useT();
  const { day, money } = useFormat();
  if (instalments.length === 0) return null;
  return (
    <Card title={t('plan.title')}>
      <ol className="plan">
        {instalments.map((instalment) => (
          <li key={instalment.number}>
            <span>{day(instalment.dueOn)}</span>
            <strong>{money(instalment.amount)}</strong>
            <Badge tone={instalment.paid ? 'ok' : 'neutral'}>{instalment.paid ? t('plan.paid') : t('plan.expected')}</Badge>
          </li>
        ))}
      </ol>
    </Card>
  );
}
