import { Badge, Button, Card, useFormat, useLabels } from '@amiable/web-kit';
import { files } from '../../config';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { disputeTone } from '../../tones';
import type { CaseDispute } from './use-case';

/** What the debtor contests: the open ones first, with the way to answer. */
export function DisputesCard({ disputes, onAnswer }: { disputes: readonly CaseDispute[]; onAnswer: (disputeId: string) => void }) {
  const t = useT();
  const may = useMay();
  if (disputes.length === 0) return null;
  const isWaiting = disputes.some(({ state }) => state === 'OPEN');
  return (
    <Card title={isWaiting ? t('disputes.waiting') : t('disputes.title')} {...(isWaiting && { tone: 'attention' as const })}>
      {disputes.map((dispute) => (
        <div className="contested" key={dispute.id}>
          <DisputeFacts dispute={dispute} />
          {dispute.answer && (
            <p>
              <span className="soft">{t('disputes.yourAnswer')}</span> {dispute.answer}
            </p>
          )}
          {dispute.state === 'OPEN' &&
            (may('answer:Dispute') ? (
              <Button kind="primary" onClick={() => onAnswer(dispute.id)}>
                {t('waiting.answer')}
              </Button>
            ) : (
              <p className="soft">{t('disputes.readerMayNot')}</p>
            ))}
        </div>
      ))}
    </Card>
  );
}

export function DisputeFacts({ dispute }: { dispute: CaseDispute }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  return (
    <>
      <p className="cluster">
        <strong>{label('DisputeReason', dispute.reason)}</strong>
        <Badge tone={disputeTone[dispute.state]}>{label('DisputeState', dispute.state)}</Badge>
      </p>
      <p>{t('disputes.about', { amount: format.money(dispute.amount), number: dispute.invoiceNumber })}</p>
      {dispute.rightAmount && <p>{t('disputes.right', { amount: format.money(dispute.rightAmount) })}</p>}
      {dispute.note && <blockquote>{dispute.note}</blockquote>}
      {dispute.files.length > 0 && (
        <p>
          <span className="soft">{t('disputes.files')}</span>{' '}
          {dispute.files.map(({ id, filename }) => (
            <span key={id}>
              <a href={files.download(id)}>{filename}</a>{' '}
            </span>
          ))}
        </p>
      )}
      {dispute.answererName && dispute.state === 'OPEN' && <p className="soft">{t('disputes.owner', { name: dispute.answererName })}</p>}
      <p className="soft">
        {t('disputes.openedOn', { day: format.day(dispute.openedOn) })}
        {dispute.state === 'OPEN' && ` · ${t('waiting.before', { day: format.day(dispute.dueOn) })} (${format.relativeDay(dispute.dueOn)})`}
      </p>
    </>
  );
}
