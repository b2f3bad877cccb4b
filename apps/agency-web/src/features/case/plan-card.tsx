import { Badge, Button, Card, type Tone, useFormat, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { planTone } from '../../tones';
import { DecidePlanDialog } from './decide-plan.dialog';
import type { CaseStory } from './use-case';

type Version = NonNullable<CaseStory['plans']['running']>;

const instalmentTone: Record<Version['instalments'][number]['state'], Tone> = {
  KEPT: 'ok',
  TO_COME: 'neutral',
  DUE: 'warning',
  LATE: 'danger',
};

/** The plan that runs with each instalment as it stands and the means on file; and the one that waits for an answer. */
export function PlanCard({ theCase: { plans, plan } }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const [deciding, setDeciding] = useState(false);
  const { running, waiting } = plans;
  if (!running && !waiting && !plan) return null;
  return (
    <Card title={t('planCard.title')} {...(waiting?.mayDecide && { tone: 'attention' as const })}>
      {running && <Running version={running} />}
      {!running && plan && (
        <p className="cluster">
          <strong>{t('commitments.plan', { total: format.money(plan.total) })}</strong>
          <Badge tone={planTone[plan.state]}>{label('PlanState', plan.state)}</Badge>
        </p>
      )}
      {waiting && (
        <>
          <Head version={waiting} />
          <p className="soft">
            {waiting.state === 'REQUESTED' && waiting.answerBy
              ? waiting.approver === 'CLIENT'
                ? t('planCard.clientAnswers', { day: format.day(waiting.answerBy) })
                : t('planCard.managerAnswers', { day: format.day(waiting.answerBy) })
              : waiting.expiresOn && t('planCard.debtorAnswers', { day: format.day(waiting.expiresOn) })}
          </p>
          {waiting.reason && <blockquote>{waiting.reason}</blockquote>}
          <Instalments version={waiting} />
          {waiting.mayDecide && (
            <Button kind="primary" icon="check" onClick={() => setDeciding(true)}>
              {t('planCard.decide')}
            </Button>
          )}
        </>
      )}
      {deciding && waiting && <DecidePlanDialog planId={waiting.id} onClose={() => setDeciding(false)} />}
    </Card>
  );
}

function Running({ version }: { version: Version }) {
  const t = useT();
  const format = useFormat();
  const { means } = version;
  return (
    <>
      <Head version={version} />
      {version.payBy && <p>{t('planCard.payBy', { day: format.day(version.payBy) })}</p>}
      <Instalments version={version} />
      <p className="soft">
        {means
          ? means.kind === 'CARD'
            ? t('planCard.card', { last4: means.last4 })
            : t('planCard.account', { last4: means.last4 })
          : version.onFile
            ? t('planCard.meansMissing')
            : t('planCard.byHand')}
      </p>
      {version.acceptedAt && <p className="soft">{t('planCard.accepted', { at: format.instant(version.acceptedAt) })}</p>}
    </>
  );
}

function Head({ version }: { version: Version }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  return (
    <p className="cluster">
      <strong>{t('commitments.plan', { total: format.money(version.total) })}</strong>
      <Badge tone={planTone[version.state]}>{label('PlanState', version.state)}</Badge>
      {version.version > 1 && <span className="soft">{t('planCard.version', { version: version.version })}</span>}
    </p>
  );
}

function Instalments({ version }: { version: Version }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const runs = version.state === 'ACTIVE' || version.state === 'LATE';
  return (
    <ol className="commitments plan-preview">
      {version.instalments.map((instalment) => (
        <li key={instalment.number}>
          <span>
            {t('commitments.instalment', {
              number: instalment.number,
              dueOn: format.day(instalment.dueOn),
              amount: format.money(instalment.amount),
            })}
          </span>
          {runs && <Badge tone={instalmentTone[instalment.state]}>{label('InstalmentState', instalment.state)}</Badge>}
        </li>
      ))}
    </ol>
  );
}
