import { FormDialog, RadioGroup, Textarea, useFormat } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { DisputeFacts } from './disputes-card';
import { type CaseDispute, useAnswerDispute } from './use-case';

/** Right or wrong, and why: the effect on the claim is said before the answer is sent, for it is not taken back. */
export function AnswerDisputeDialog({ dispute, debtorName, onClose }: { dispute: CaseDispute; debtorName: string; onClose: () => void }) {
  const t = useT();
  const { money } = useFormat();
  const send = useAnswerDispute();
  const [verdict, setVerdict] = useState('');
  const amount = money(dispute.amount);
  return (
    <FormDialog
      title={t('answer.title', { name: debtorName })}
      submit={t('answer.submit')}
      disabledReason={verdict ? null : t('answer.chooseFirst')}
      onClose={onClose}
      onSubmit={({ answer }, idempotencyKey) =>
        send({ disputeId: dispute.id, upheld: verdict === 'right', answer: answer ?? '', idempotencyKey })
      }
    >
      <div className="contested">
        <DisputeFacts dispute={dispute} />
      </div>
      <RadioGroup
        legend={t('answer.verdict')}
        name="verdict"
        value={verdict}
        onChange={setVerdict}
        options={[
          { value: 'right', label: t('answer.right'), hint: t('answer.rightEffect', { amount }) },
          { value: 'wrong', label: t('answer.wrong'), hint: t('answer.wrongEffect', { amount }) },
        ]}
      />
      <Textarea label={t('answer.text')} hint={t('answer.textHint')} name="answer" required maxLength={2000} rows={4} />
    </FormDialog>
  );
}
