import { useQueryClient } from '@tanstack/react-query';
import { useRead } from '../data/query-client';
import { Refusal, request, type TypedDocument } from '../data/request';
import { newIdempotencyKey } from '../data/use-write';
import { useKitT } from '../i18n/i18n';
import { Dialog } from './dialog';
import { type EvidenceItem, EvidencePanel } from './evidence-panel';
import { Skeleton, useErrorSentence } from './states';
import { useToast } from './toast';

/** The documents of a face about evidence: the schemas name their types otherwise, the fields are the same. */
export interface EvidenceDocuments {
  readonly read: TypedDocument<{ evidence: EvidenceItem[] }, { caseId: string }>;
  readonly show: TypedDocument<
    { showEvidence: EvidenceItem[] },
    { input: { documentId: string; debtorSees: boolean; idempotencyKey: string } }
  >;
  readonly detach: TypedDocument<{ detachEvidence: EvidenceItem[] }, { input: { documentId: string; idempotencyKey: string } }>;
}

interface Props {
  theCase: { readonly id: string; readonly invoices: ReadonlyArray<{ readonly id: string; readonly number: string }> };
  documents: EvidenceDocuments;
  mayAttach: boolean;
  onClose: () => void;
}

/** Pièces: the invoice, a delivery note, signed terms, per invoice; what the debtor sees of them. */
export function EvidenceDialog({ theCase, documents, mayAttach, onClose }: Props) {
  const t = useKitT();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const key = ['evidence', theCase.id] as const;
  const read = useRead(key, documents.read, { caseId: theCase.id });
  const tellCase = () => void queryClient.invalidateQueries({ queryKey: ['case', theCase.id] });
  const keep = (evidence: EvidenceItem[]) => queryClient.setQueryData(key, { evidence });
  const failed = (error: unknown) => toast({ text: sentence(error instanceof Refusal ? error : undefined) });
  return (
    <Dialog title={t('evidence.title')} onClose={onClose} wide>
      {read.data ? (
        <EvidencePanel
          items={read.data.evidence}
          invoices={theCase.invoices}
          mayAttach={mayAttach}
          onAttached={() => {
            void queryClient.invalidateQueries({ queryKey: key });
            tellCase();
            toast({ text: t('evidence.done') });
          }}
          onShow={(item, debtorSees) =>
            request(documents.show, { input: { documentId: item.id, debtorSees, idempotencyKey: newIdempotencyKey() } })
              .then(({ showEvidence }) => keep(showEvidence))
              .catch(failed)
          }
          onRemove={(item) =>
            request(documents.detach, { input: { documentId: item.id, idempotencyKey: newIdempotencyKey() } })
              .then(({ detachEvidence }) => {
                keep(detachEvidence);
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
