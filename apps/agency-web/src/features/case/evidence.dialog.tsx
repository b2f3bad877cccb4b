import {
  Dialog,
  EvidencePanel,
  newIdempotencyKey,
  Refusal,
  request,
  Skeleton,
  useErrorSentence,
  useLabels,
  useRead,
  useToast,
} from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t';
import { EvidenceDocument, DetachEvidenceDocument, ShowEvidenceDocument } from './evidence.documents';
import type { CaseStory } from './use-case';

/** Pièces: the invoice, a delivery note, signed terms, per invoice; what the debtor sees of them. */
export function EvidenceDialog({ theCase, onClose }: { theCase: Pick<CaseStory, 'id' | 'invoices'>; onClose: () => void }) {
  const t = useT();
  const { label } = useLabels();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const mayAttach = true;
  const key = ['evidence', theCase.id] as const;
  const read = useRead(key, EvidenceDocument, { caseId: theCase.id });
  const tellCase = () => void queryClient.invalidateQueries({ queryKey: ['case', theCase.id] });
  const failed = (error: unknown) => toast({ text: sentence(error instanceof Refusal ? error : undefined) });
  return (
    <Dialog title={t('evidence.title')} onClose={onClose} wide>
      {read.data ? (
        <EvidencePanel
          items={read.data.evidence}
          invoices={theCase.invoices}
          mayAttach={mayAttach}
          words={{
            none: t('evidence.none'),
            invoice: t('evidence.invoice'),
            kind: t('evidence.kind'),
            file: t('evidence.file'),
            debtorSees: t('evidence.debtorSees'),
            hidden: t('evidence.hidden'),
            show: t('evidence.show'),
            hide: t('evidence.hide'),
            remove: t('evidence.remove'),
            add: t('evidence.add'),
            kinds: {
              INVOICE: label('EvidenceKind', 'INVOICE'),
              DELIVERY_NOTE: label('EvidenceKind', 'DELIVERY_NOTE'),
              TERMS: label('EvidenceKind', 'TERMS'),
              OTHER: label('EvidenceKind', 'OTHER'),
            },
          }}
          onAttached={() => {
            void queryClient.invalidateQueries({ queryKey: key });
            tellCase();
            toast({ text: t('evidence.done') });
          }}
          onShow={(item, debtorSees) =>
            request(ShowEvidenceDocument, { input: { documentId: item.id, debtorSees, idempotencyKey: newIdempotencyKey() } })
              .then(({ showEvidence }) => queryClient.setQueryData(key, { evidence: showEvidence }))
              .catch(failed)
          }
          onRemove={(item) =>
            request(DetachEvidenceDocument, { input: { documentId: item.id, idempotencyKey: newIdempotencyKey() } })
              .then(({ detachEvidence }) => {
                queryClient.setQueryData(key, { evidence: detachEvidence });
                tellCase();
              })
              .catch(failed)
          }
        />
      ) : (
        <Skeleton />
      )}
    </Dialog>
  );
}
