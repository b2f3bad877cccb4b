import { FormDialog, Textarea } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { AddNoteDocument } from './case-acts.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** Note interne: for colleagues; neither client nor debtor sees it. */
export function AddNoteDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const write = useCaseWrite(t('note.done'));
  return (
    <FormDialog
      title={t('act.addNote')}
      submit={t('note.submit')}
      onClose={onClose}
      onSubmit={({ text }, idempotencyKey) => write(AddNoteDocument, { input: { caseId: theCase.id, text: text!, idempotencyKey } })}
    >
      <Textarea label={t('note.text')} hint={t('note.hint')} name="text" rows={5} required maxLength={4000} data-autofocus="" />
    </FormDialog>
  );
}
