import { Button, Card, FormDialog, RadioGroup, Textarea, useFormat } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { type CaseStory, useDecidePlan } from './use-case';

type Request = NonNullable<CaseStory['planRequest']>;

/** A payment plan outside the mandate: what is asked, why, and who answers by when. */
export function PlanRequestCard({ request, onAnswer }: { request: Request; onAnswer: () => void }) {
  const t = useT();
  const may = useMay();
  const format = useFormat();
  return (
    <Card title={t('planRequest.title')} {...(request.waitsOnUs && { tone: 'attention' as const })}>
      <div className="contested">
        <PlanRequestFacts request={request} />
        {request.waitsOnUs ? (
          may('decide:Plan') ? (
            <Button kind="primary" onClick={onAnswer}>
              {t('waiting.answer')}
            </Button>
          ) : (
            <p className="soft">{t('disputes.readerMayNot')}</p>
          )
        ) : (
          <p className="soft">{t('planRequest.agencyAnswers', { day: format.day(request.answerBy) })}</p>
        )}
      </div>
    </Card>
  );
}

function PlanRequestFacts({ request }: { request: Request }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <p>{t('planRequest.about', { amount: format.money(request.total), count: request.parts.length })}</p>
      {request.reason && <blockquote>{request.reason}</blockquote>}
      <ol className="plan">
        {request.parts.map((part) => (
          <li key={part.number}>
            <span>{format.day(part.dueOn)}</span>
            <strong>{format.money(part.amount)}</strong>
          </li>
        ))}
      </ol>
      <p className="soft">{t('waiting.before', { day: format.day(request.answerBy) })}</p>
    </>
  );
}

/** Yes or no, and why; the debtor is told in these words. */
export function DecidePlanDialog({ request, debtorName, onClose }: { request: Request; debtorName: string; onClose: () => void }) {
  const t = useT();
  const send = useDecidePlan();
  const [verdict, setVerdict] = useState('');
  return (
    <FormDialog
      title={t('planRequest.dialog', { name: debtorName })}
      submit={t('answer.submit')}
      disabledReason={verdict ? null : t('answer.chooseFirst')}
      onClose={onClose}
      onSubmit={({ reason }, idempotencyKey) =>
        send({ planId: request.id, approved: verdict === 'yes', reason: reason ?? '', idempotencyKey })
      }
    >
      <div className="contested">
        <PlanRequestFacts request={request} />
      </div>
      <RadioGroup
        legend={t('planRequest.verdict')}
        name="verdict"
        value={verdict}
        onChange={setVerdict}
        options={[
          { value: 'yes', label: t('planRequest.yes'), hint: t('planRequest.yesEffect') },
          { value: 'no', label: t('planRequest.no'), hint: t('planRequest.noEffect') },
        ]}
      />
      <Textarea label={t('answer.text')} hint={t('planRequest.textHint')} name="reason" required maxLength={1000} rows={4} />
    </FormDialog>
  );
}
