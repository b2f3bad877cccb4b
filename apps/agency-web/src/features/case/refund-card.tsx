import { Badge, Button, Card, isZero, type Tone, useFormat, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { AskRefundDialog, DecideRefundDialog, RecordRefundDialog } from './refund.dialog';
import type { CaseStory } from './use-case';

type Refund = CaseStory['refunds']['refunds'][number];
const tones: Record<Refund['state'], Tone> = { ASKED: 'warning', APPROVED: 'info', DONE: 'ok', REFUSED: 'neutral', FAILED: 'danger' };

/** Trop-perçu: what goes back to the payer, and how far each refund has come. Nothing where nothing was paid too much. */
export function RefundCard({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const [open, setOpen] = useState<{ act: 'ask' } | { act: 'decide' | 'record'; refund: Refund } | null>(null);
  const { excess, refunds } = theCase.refunds;
  if (isZero(excess.amount) && refunds.length === 0) return null;
  const close = () => setOpen(null);
  return (
    <Card title={t('refund.title')} {...(refunds.some(({ mayDecide }) => mayDecide) && { tone: 'attention' as const })}>
      {!isZero(excess.amount) && (
        <>
          <p>{t('refund.excess', { amount: format.money(excess) })}</p>
          <Button kind="primary" icon="money" onClick={() => setOpen({ act: 'ask' })}>
            {t('refund.ask')}
          </Button>
        </>
      )}
      <ul className="commitments">
        {refunds.map((refund) => (
          <li key={refund.id}>
            <span>
              <strong>{format.money(refund.amount)}</strong> {label('PaymentMethod', refund.method)}
              <small className="block soft">
                {refund.reason} · {refund.askedByName}
              </small>
              {refund.failure && <small className="block">{refund.failure}</small>}
              {refund.mayDecide && <Button onClick={() => setOpen({ act: 'decide', refund })}>{t('refund.decide')}</Button>}
              {refund.mayRecord && <Button onClick={() => setOpen({ act: 'record', refund })}>{t('refund.record')}</Button>}
            </span>
            <Badge tone={tones[refund.state]}>{label('RefundState', refund.state)}</Badge>
          </li>
        ))}
      </ul>
      {open?.act === 'ask' && <AskRefundDialog theCase={theCase} onClose={close} />}
      {open?.act === 'decide' && <DecideRefundDialog refund={open.refund} onClose={close} />}
      {open?.act === 'record' && <RecordRefundDialog refund={open.refund} onClose={close} />}
    </Card>
  );
}
