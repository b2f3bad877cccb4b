import type { FileAddresses } from '../data/files';
import { useKitT } from '../i18n/i18n';
import { type RawFacts, useSentences } from '../i18n/sentences';
import { Dialog } from './dialog';
import { Icon } from './icon';

const printed = ['letter', 'receipt', 'attestation', 'remittance', 'plan'];

/** The archived mail, letter or receipt as it left. Mail is shown without any right: no script, no form, no way out. */
export function DocumentViewer({
  documentId,
  documentType,
  kind,
  facts,
  files,
  onClose,
}: {
  documentId: string;
  documentType: string;
  kind: string;
  facts: RawFacts;
  files: FileAddresses;
  onClose: () => void;
}) {
  const t = useKitT();
  const title = useSentences().timeline(kind, facts);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide
      aside={
        <a className="button" href={files.download(documentId)}>
          <Icon name="download" /> {t('document.download')}
        </a>
      }
    >
      <iframe
        className="document"
        title={title}
        src={files.open(documentId)}
        {...(printed.includes(documentType) ? {} : { sandbox: '' })}
      />
    </Dialog>
  );
}
