import { FormDialog } from '@amiable/web-kit';
import { CollectorChoice } from '../../collector-choice';
import { useT } from '../../i18n/use-t';
import { AssignCaseDocument } from './case-acts.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** Attribution: a colleague works the case from now on, or whoever takes it from the shared queue. */
export function AssignCaseDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const write = useCaseWrite(t('assign.done'));
  return (
    <FormDialog
      title={t('act.assignCase')}
      submit={t('bulk.assign')}
      onClose={onClose}
      onSubmit={({ owner }, idempotencyKey) =>
        write(AssignCaseDocument, { input: { caseId: theCase.id, owner: owner || null, idempotencyKey } })
      }
    >
      <CollectorChoice name="owner" preferred={theCase.ownerName ?? null} />
    </FormDialog>
  );
}
