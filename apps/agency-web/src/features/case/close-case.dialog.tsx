import { FormDialog, isZero, Note, RadioGroup, useFormat, useLabels } from '@amiable/web-kit';
import type { CloseReason } from '@documents';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { CloseCaseDocument } from './case-acts.documents';
import { DialogBrand } from './case-dialog-brand';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';
import { useVersion } from './use-version';

const reasons: readonly CloseReason[] = ['PAID', 'WITHDRAWN', 'UNCOLLECTIBLE'];

/** Clôture: for good, so the reason is chosen and the effect is said before. */
export function CloseCaseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const { money } = useFormat();
  const { label } = useLabels();
  const write = useCaseWrite(t('close.done'));
  const { open } = theCase.balance;
  const paid = isZero(open.amount);
  const [reason, setReason] = useState<CloseReason>(paid ? 'PAID' : 'WITHDRAWN');
  const { expectedVersion, conflict, mustRead } = useVersion(theCase);
  return (
    <FormDialog
      title={t('act.closeCase')}
      aside={<DialogBrand theCase={theCase} />}
      danger
      submit={t('close.submit')}
      onClose={onClose}
      disabledReason={mustRead}
      onSubmit={(_, idempotencyKey) => write(CloseCaseDocument, { input: { caseId: theCase.id, reason, expectedVersion, idempotencyKey } })}
    >
      {conflict}
      <RadioGroup
        legend={t('close.reason')}
        name="reason"
        value={reason}
        onChange={(value) => setReason(value as CloseReason)}
        options={reasons.filter((each) => paid || each !== 'PAID').map((each) => ({ value: each, label: label('CloseReason', each) }))}
      />
      <Note tone="warning">{paid ? t('close.effect') : t('close.effectOwed', { open: money(open) })}</Note>
    </FormDialog>
  );
}
