import { FormDialog, RadioGroup, Textarea } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { DecidePlanDocument } from './commitment.documents';
import { useCaseWrite } from './use-case';

/** A plan outside the mandate: yes or no, in words the debtor will read. */
export function DecidePlanDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  const t = useT();
  const write = useCaseWrite(t('planDecision.done'));
  const [verdict, setVerdict] = useState('yes');
  return (
    <FormDialog
      title={t('planDecision.title')}
      submit={t('planDecision.submit')}
      onClose={onClose}
      onSubmit={({ reason }, idempotencyKey) =>
        write(DecidePlanDocument, { input: { planId, approved: verdict === 'yes', reason: reason!, idempotencyKey } })
      }
    >
      <RadioGroup
        legend={t('planDecision.legend')}
        name="verdict"
        value={verdict}
        onChange={setVerdict}
        options={[
          { value: 'yes', label: t('planDecision.yes'), hint: t('planDecision.yesHint') },
          { value: 'no', label: t('planDecision.no'), hint: t('planDecision.noHint') },
        ]}
      />
      <Textarea
        label={t('planDecision.reason')}
        hint={t('planDecision.reasonHint')}
        name="reason"
        required
        maxLength={1000}
        data-autofocus=""
      />
    </FormDialog>
  );
}
