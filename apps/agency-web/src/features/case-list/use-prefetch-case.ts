import { request } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queueFilter } from '../../chosen-queue';
import { CaseDocument } from '../case/case.documents';

/** Loads a case, and the page that shows it, before it is asked for. */
export function usePrefetchCase(caseId: string | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!caseId) return;
    void import('../case/case.page');
    void queryClient.prefetchQuery({ queryKey: ['case', caseId], queryFn: () => request(CaseDocument, { caseId, queue: queueFilter() }) });
  }, [caseId, queryClient]);
}
