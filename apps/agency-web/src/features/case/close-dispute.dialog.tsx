import { FormDialog, RadioGroup, Select, Textarea, useFormat } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { CloseDisputeDocument } from './commitment.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

export function CloseDisputeDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const { money } = useFormat();
  const write = useCaseWrite(t('disputeAnswer.done'));
  const [upheld, setUpheld] = useState('no');
  const open = theCase.disputes.filter(({ state }) => state === 'OPEN');
  return (
    <FormDialog
      title={t('act.closeDispute')}
      submit={t('disputeAnswer.submit')}
      onClose={onClose}
      onSubmit={({ disputeId, answer }, idempotencyKey) =>
        write(CloseDisputeDocument, { input: { disputeId: disputeId!, upheld: upheld === 'yes', answer: answer!, idempotencyKey } })
      }
    >
      <Select
        label={t('disputeAnswer.dispute')}
        name="disputeId"
        options={open.map(({ id, invoiceNumber, amount }) => ({ value: id, label: `${invoiceNumber} · ${money(amount)}` }))}
      />
      <RadioGroup
        legend={t('disputeAnswer.decision')}
        name="upheld"
        value={upheld}
        onChange={setUpheld}
        options={[
          { value: 'no', label: t('disputeAnswer.rejected'), hint: t('disputeAnswer.rejectedHint') },
          { value: 'yes', label: t('disputeAnswer.upheld'), hint: t('disputeAnswer.upheldHint') },
        ]}
      />
      <Textarea label={t('disputeAnswer.answer')} hint={t('disputeAnswer.answerHint')} name="answer" required maxLength={4000} />
    </FormDialog>
  );
}
