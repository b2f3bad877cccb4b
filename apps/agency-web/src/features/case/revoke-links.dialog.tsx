import { FormDialog } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { RevokeLinksDocument } from './contact.documents';
import type { CaseDialogProps } from './case-dialogs';
import { useCaseWrite } from './use-case';

/** A mail went to the wrong person: its links die at once. */
export function RevokeLinksDialog({ theCase, onClose }: CaseDialogProps) {
  const t = useT();
  const write = useCaseWrite(t('links.done'));
  return (
    <FormDialog
      title={t('act.revokeLinks')}
      submit={t('links.submit')}
      danger
      onClose={onClose}
      onSubmit={(_, idempotencyKey) => write(RevokeLinksDocument, { input: { caseId: theCase.id, idempotencyKey } })}
    >
      <p>{t('links.effect')}</p>
    </FormDialog>
  );
}
