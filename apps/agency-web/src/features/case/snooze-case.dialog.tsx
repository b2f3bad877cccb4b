import { addDays, DateInput, FormDialog, Input, today } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { SnoozeCaseDocument } from './case.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** The case leaves the queue until a day; what was planned to be sent still leaves. */
export function SnoozeCaseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const write = useCaseWrite(t('snooze.done'));
  return (
    <FormDialog
      title={t('act.snoozeCase')}
      submit={t('snooze.submit')}
      onClose={onClose}
      onSubmit={({ until, reason }, idempotencyKey) =>
        write(SnoozeCaseDocument, { input: { caseId: theCase.id, until: until!, reason: reason!, idempotencyKey } })
      }
    >
      <p className="soft">{t('snooze.effect')}</p>
      <DateInput
        label={t('snooze.until')}
        name="until"
        required
        min={addDays(today(), 1)}
        defaultValue={addDays(today(), 1)}
        data-autofocus=""
      />
      <Input label={t('snooze.reason')} name="reason" required maxLength={500} />
    </FormDialog>
  );
}
