import { Dialog, ErrorNote, Facts, Note, Skeleton, useRead, useSentences } from '@amiable/web-kit';
import type { ProposalGroupFieldsFragment } from '@documents';
import { MessagePreview } from '../../message-preview';
import { useT } from '../../i18n/use-t';
import { ProposalPreviewDocument } from './confirm.documents';

/** The message of one proposal as it would leave now, in the brand. */
export function ProposalPreviewDialog({
  caseId,
  group,
  onClose,
}: {
  caseId: string;
  group: ProposalGroupFieldsFragment;
  onClose: () => void;
}) {
  const t = useT();
  const { waitingReason } = useSentences();
  const template = `${group.template.toLowerCase()}${group.channel === 'LETTER' && group.template !== 'FORMAL_NOTICE' ? '_letter' : ''}`;
  const { data, error } = useRead(['message-preview', caseId, template], ProposalPreviewDocument, { caseId, template });
  const preview = data?.messagePreview;
  return (
    <Dialog title={group.stepName} onClose={onClose} wide>
      <ErrorNote error={error} />
      {!preview && !error && <Skeleton lines={8} />}
      {preview?.refusal && <Note tone="warning">{waitingReason(preview.refusal, {})}</Note>}
      {preview && !preview.refusal && (
        <>
          <Facts
            rows={[[t('message.recipient'), preview.recipient ?? '–'], preview.subject ? [t('message.subject'), preview.subject] : null]}
          />
          <MessagePreview html={preview.html} title={t('message.preview')} />
        </>
      )}
    </Dialog>
  );
}
