import type { LineDocument } from '../../../../libs/web-kit/src/debtor-pages';
import { useFrame } from '../frame';
import type { Words } from '../i18n/words';
import { Hidden } from './layout';

/** Opens a document of an invoice; the number is said to whoever does not see the line. */
export function DocumentLink({ document, number }: { document: LineDocument; number: string }) {
  const { frame, t } = useFrame();
  return (
    <a className="doc" href={`${frame.base}/evidence/${document.id}`}>
      {wordsOf(document.kind, t)}
      {document.isPdf && ' (PDF)'}
      <Hidden> {number}</Hidden>
    </a>
  );
}

function wordsOf(kind: LineDocument['kind'], t: Words['t']): string {
  switch (kind) {
    case 'invoice':
      return t('document.invoice');
    case 'delivery_note':
      return t('document.deliveryNote');
    case 'terms':
      return t('document.terms');
    case 'other':
      return t('document.other');
  }
}
