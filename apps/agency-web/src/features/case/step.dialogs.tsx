import { FormDialog, Input, Note, Textarea, useFormat } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { FinishTaskDocument, SkipStepDocument } from './case-acts.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** Tâche faite: what the scenario asked for inside the house, with what came of it. */
export function FinishTaskDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const task = theCase.waitingSteps.find(({ channel }) => channel === 'TASK');
  const write = useCaseWrite(t('step.taskDone'));
  if (!task) return null;
  return (
    <FormDialog
      title={t('step.taskTitle', { name: task.name })}
      submit={t('act.finishTask')}
      onClose={onClose}
      onSubmit={({ note }, idempotencyKey) =>
        write(FinishTaskDocument, { input: { caseId: theCase.id, actionId: task.actionId, note: note || null, idempotencyKey } })
      }
    >
      <Textarea label={t('step.result')} name="note" optional maxLength={2000} data-autofocus="" />
    </FormDialog>
  );
}

/** Étape sautée: the next step is left out for this case alone. */
export function SkipStepDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const format = useFormat();
  const step = theCase.nextStep;
  const write = useCaseWrite(t('step.skipDone'));
  if (!step) return null;
  return (
    <FormDialog
      title={t('step.skipTitle', { name: step.name })}
      submit={t('act.skipStep')}
      onClose={onClose}
      onSubmit={({ reason }, idempotencyKey) =>
        write(SkipStepDocument, { input: { caseId: theCase.id, stepNo: step.stepNo, reason: reason ?? '', idempotencyKey } })
      }
    >
      <Note>{t('step.skipText', { name: step.name, on: format.day(step.dueOn) })}</Note>
      <Input label={t('step.reason')} name="reason" required maxLength={300} data-autofocus="" />
    </FormDialog>
  );
}
