import { FormDialog, Input, Note, RadioGroup, useLabels } from '@amiable/web-kit';
import type { StopReason } from '@documents';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { StopAskingDocument } from './case-acts.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** Décès ou procédure collective: nothing is asked for any more. */
export function StopAskingDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const { label } = useLabels();
  const write = useCaseWrite(t('stop.done'));
  const [why, setWhy] = useState<StopReason>('DECEASED');
  return (
    <FormDialog
      title={t('act.stopAsking')}
      submit={t('stop.submit')}
      danger
      onClose={onClose}
      onSubmit={({ note }, idempotencyKey) =>
        write(StopAskingDocument, { input: { caseId: theCase.id, why, note: note!, expectedVersion: theCase.version, idempotencyKey } })
      }
    >
      <RadioGroup
        legend={t('stop.why')}
        name="why"
        value={why}
        onChange={(value) => setWhy(value as StopReason)}
        options={[
          { value: 'DECEASED', label: label('StopReason', 'DECEASED') },
          { value: 'INSOLVENT', label: label('StopReason', 'INSOLVENT') },
        ]}
      />
      <Input label={t('stop.note')} name="note" required maxLength={500} />
      <Note tone="warning">{t('stop.effect')}</Note>
    </FormDialog>
  );
}
