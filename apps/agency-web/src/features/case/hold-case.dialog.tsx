import { addDays, DateInput, FormDialog, Input, Note, today } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { HoldCaseDocument } from './case.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** Suspension with its reason and its end. */
export function HoldCaseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const write = useCaseWrite(t('hold.done'));
  return (
    <FormDialog
      title={t('act.holdCase')}
      submit={t('hold.submit')}
      onClose={onClose}
      onSubmit={({ reason, until }, idempotencyKey) =>
        write(HoldCaseDocument, {
          input: { caseId: theCase.id, reason: reason!, until: until!, expectedVersion: theCase.version, idempotencyKey },
        })
      }
    >
      <Input label={t('hold.reason')} name="reason" required maxLength={500} data-autofocus="" />
      <DateInput label={t('hold.until')} name="until" required min={addDays(today(), 1)} defaultValue={addDays(today(), 14)} />
      <Note tone="warning">{t('hold.effect')}</Note>
    </FormDialog>
  );
}
