import { Dialog, Icon, type RawFacts, useSentences } from '@amiable/web-kit';
import { documentUrl, downloadUrl } from '../../config';
import { useT } from '../../i18n/use-t';

/** The archived mail, letter or receipt as it left. Mail is shown without any right: no script, no form, no way out. */
export function DocumentViewer({
  documentId,
  documentType,
  kind,
  facts,
  onClose,
}: {
  documentId: string;
  documentType: string;
  kind: string;
  facts: RawFacts;
  onClose: () => void;
}) {
  const t = useT();
  const title = useSentences().timeline(kind, facts);
  const isPdf = documentType === 'letter' || documentType === 'receipt' || documentType === 'attestation' || documentType === 'remittance';
  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide
      aside={
        <a className="button" href={downloadUrl(documentId)}>
          <Icon name="download" /> {t('document.download')}
        </a>
      }
    >
      <iframe className="document" title={title} src={documentUrl(documentId)} {...(isPdf ? {} : { sandbox: '' })} />
    </Dialog>
  );
}
