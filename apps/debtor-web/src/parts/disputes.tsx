import type { Claim, DisputeProgress } from '../../../../libs/web-kit/src/debtor-pages';
import type { Words } from '../i18n/words';
import { useFrame } from '../frame';
import { Card } from './layout';

/** How each dispute goes on, and the answer in the creditor's own words. */
export function Disputes({ claim }: { claim: Claim }) {
  const words = useFrame();
  const { t, money } = words;
  if (!claim.disputes?.length) return null;
  return (
    <Card title={t('dispute.title')}>
      {claim.disputes.map((dispute, position) => (
        <div className="dispute" key={position}>
          <p>
            <strong>{t('dispute.about', { number: dispute.invoiceNumber, amount: money(dispute.amount) })}</strong>
          </p>
          <p>{progressText(dispute, claim.speaker.creditor.name, words)}</p>
          {dispute.answer && <blockquote>{dispute.answer}</blockquote>}
        </div>
      ))}
    </Card>
  );
}

function progressText({ state, openedOn, dueOn, answeredOn }: DisputeProgress, creditor: string, { t, day }: Words): string {
  switch (state) {
    case 'received':
      return t('dispute.received', { due: day(dueOn) });
    case 'waiting':
      return t('dispute.waiting', { day: day(openedOn), due: day(dueOn), creditor });
    case 'late':
      return t('dispute.late', { due: day(dueOn) });
    case 'upheld':
      return t('dispute.upheld', { day: day(answeredOn ?? openedOn) });
    case 'rejected':
      return t('dispute.rejected', { day: day(answeredOn ?? openedOn) });
  }
}
