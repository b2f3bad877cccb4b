import { DateInput, FormDialog, Input, MoneyInput, RadioGroup, Textarea, today, useFormat } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { AskRefundDocument, DecideRefundDocument, RecordRefundDocument } from './case-money.documents';
import { type CaseStory, useCaseWrite } from './use-case';

type Refund = CaseStory['refunds']['refunds'][number];

/** Rembourser: what was paid too much goes back the way it came; above the limit another person approves. */
export function AskRefundDialog({ theCase, onClose }: { theCase: CaseStory; onClose: () => void }) {
  const t = useT();
  const { money } = useFormat();
  const write = useCaseWrite(t('refund.asked'));
  const { excess, twoPersonsFrom } = theCase.refunds;
  return (
    <FormDialog
      title={t('refund.ask')}
      submit={t('refund.ask')}
      onClose={onClose}
      onSubmit={({ amount, reason }, idempotencyKey) =>
        write(AskRefundDocument, { input: { caseId: theCase.id, amount: amount!, reason: reason!, idempotencyKey } })
      }
    >
      <p>{t('refund.effect', { limit: money(twoPersonsFrom) })}</p>
      <MoneyInput
        label={t('field.amount')}
        name="amount"
        currency={excess.currency}
        initial={excess.amount}
        hint={t('refund.excess', { amount: money(excess) })}
        required
        data-autofocus=""
      />
      <Textarea label={t('refund.reason')} name="reason" required maxLength={500} />
    </FormDialog>
  );
}

/** The second pair of eyes. */
export function DecideRefundDialog({ refund, onClose }: { refund: Refund; onClose: () => void }) {
  const t = useT();
  const { money } = useFormat();
  const [act, setAct] = useState('approve');
  const write = useCaseWrite(act === 'approve' ? t('refund.approved') : t('refund.refused'));
  return (
    <FormDialog
      title={t('refund.decide')}
      submit={act === 'approve' ? t('refund.approve') : t('refund.refuse')}
      onClose={onClose}
      onSubmit={({ reason }, idempotencyKey) =>
        write(DecideRefundDocument, { input: { refundId: refund.id, approved: act === 'approve', reason: reason ?? '', idempotencyKey } })
      }
    >
      <p>{t('refund.asks', { name: refund.askedByName, amount: money(refund.amount), reason: refund.reason })}</p>
      <RadioGroup
        inline
        legend={t('refund.decide')}
        name="act"
        value={act}
        onChange={setAct}
        options={[
          { value: 'approve', label: t('refund.approve') },
          { value: 'refuse', label: t('refund.refuse') },
        ]}
      />
      <Textarea label={t('refund.why')} name="reason" required={act === 'refuse'} maxLength={500} data-autofocus="" />
    </FormDialog>
  );
}

/** A transfer by hand, from the statement of the trust account. */
export function RecordRefundDialog({ refund, onClose }: { refund: Refund; onClose: () => void }) {
  const t = useT();
  const { money } = useFormat();
  const write = useCaseWrite(t('refund.recorded'));
  return (
    <FormDialog
      title={t('refund.record')}
      submit={t('refund.record')}
      onClose={onClose}
      onSubmit={({ paidOn, bankReference }, idempotencyKey) =>
        write(RecordRefundDocument, { input: { refundId: refund.id, paidOn: paidOn!, bankReference: bankReference!, idempotencyKey } })
      }
    >
      <p>{t('refund.byHand', { amount: money(refund.amount) })}</p>
      <DateInput label={t('refund.paidOn')} name="paidOn" required max={today()} defaultValue={today()} />
      <Input label={t('refund.bankReference')} name="bankReference" required maxLength={200} data-autofocus="" />
    </FormDialog>
  );
}
