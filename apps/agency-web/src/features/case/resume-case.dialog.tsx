import { FormDialog, useSentences } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { ResumeCaseDocument } from './case-acts.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';
import { useVersion } from './use-version';

export function ResumeCaseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const { holdReason } = useSentences();
  const write = useCaseWrite(t('resume.done'));
  const { expectedVersion, conflict, mustRead } = useVersion(theCase);
  return (
    <FormDialog
      title={t('act.resumeCase')}
      submit={t('resume.submit')}
      onClose={onClose}
      disabledReason={mustRead}
      onSubmit={(_, idempotencyKey) => write(ResumeCaseDocument, { input: { caseId: theCase.id, expectedVersion, idempotencyKey } })}
    >
      {conflict}
      <p>{t('resume.effect', { reason: holdReason(theCase.holdReason) })}</p>
    </FormDialog>
  );
}
