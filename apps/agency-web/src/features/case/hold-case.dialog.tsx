import {
  addDays,
  DateInput,
  FormDialog,
  Input,
  newIdempotencyKey,
  Note,
  request,
  today,
  useErrorSentence,
  useToast,
} from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t';
import { HoldCaseDocument, ResumeCaseDocument } from './case-acts.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';
import { useVersion } from './use-version';

/** Suspension with its reason and its end. */
export function HoldCaseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  // Nothing has left the house by a hold: it can be undone as long as nobody changed the case again.
  const write = useCaseWrite(t('hold.done'), ({ version }) => ({
    undo: () =>
      void request(ResumeCaseDocument, { input: { caseId: theCase.id, expectedVersion: version, idempotencyKey: newIdempotencyKey() } })
        .then(({ resumeCase }) => queryClient.setQueryData(['case', theCase.id], { case: resumeCase }))
        .catch((error: unknown) => toast({ text: sentence(error) })),
  }));
  const { expectedVersion, conflict, mustRead } = useVersion(theCase);
  return (
    <FormDialog
      title={t('act.holdCase')}
      submit={t('hold.submit')}
      onClose={onClose}
      disabledReason={mustRead}
      onSubmit={({ reason, until }, idempotencyKey) =>
        write(HoldCaseDocument, {
          input: { caseId: theCase.id, reason: reason!, until: until!, expectedVersion, idempotencyKey },
        })
      }
    >
      {conflict}
      <Input label={t('hold.reason')} name="reason" required maxLength={500} data-autofocus="" />
      <DateInput label={t('hold.until')} name="until" required min={addDays(today(), 1)} defaultValue={addDays(today(), 14)} />
      <Note tone="warning">{t('hold.effect')}</Note>
    </FormDialog>
  );
}
