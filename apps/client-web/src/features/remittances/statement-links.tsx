import { Icon } from '@amiable/web-kit';
import type { RemittanceHeadFragment } from '@documents';
import { files } from '../../config';
import { useT } from '../../i18n/use-t';

/** The statement as a PDF to keep and as a CSV to count with. */
export function StatementLinks({
  remittance: { number, pdfId, csvId },
  asButtons = false,
}: {
  remittance: RemittanceHeadFragment;
  asButtons?: boolean;
}) {
  const t = useT();
  const link = (id: string | null, kind: 'PDF' | 'CSV') =>
    id && (
      <a
        className={asButtons ? 'button' : 'file-link'}
        href={files.download(id)}
        aria-label={t('remittance.download', { kind, number })}
        download
      >
        {asButtons && <Icon name="download" />} {kind}
      </a>
    );
  if (!pdfId && !csvId) return <span className="soft">{t('remittance.filesLater')}</span>;
  return (
    <span className="cluster files">
      {link(pdfId, 'PDF')}
      {link(csvId, 'CSV')}
    </span>
  );
}
