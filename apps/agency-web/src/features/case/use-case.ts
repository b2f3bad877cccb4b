import { Refusal, request, type TypedDocument, useErrorSentence, useNeeded, useToast } from '@amiable/web-kit';
import type { CaseStoryFragment } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { emptyWords, queueFilter } from '../../chosen-queue';
import { useT } from '../../i18n/use-t';
import { nextInWorklist } from '../../worklist';
import { TakeNextCaseDocument } from './case-acts.documents';
import { CaseDocument } from './case.documents';

export type CaseStory = CaseStoryFragment;
/** The way back from an act, and how long it stays open. */
export interface Undo {
  readonly undo: () => void;
  readonly undoSeconds?: number;
}

const keyOf = (caseId: string) => ['case', caseId] as const;

/** The case, and the one a collector gets next already loaded. */
export function useCase(caseId: string): CaseStory {
  const queryClient = useQueryClient();
  const { case: theCase } = useNeeded(keyOf(caseId), CaseDocument, { caseId, queue: queueFilter() });
  const next = nextInWorklist(caseId) ?? theCase.nextCaseId;
  useEffect(() => {
    if (next)
      void queryClient.prefetchQuery({
        queryKey: keyOf(next),
        queryFn: () => request(CaseDocument, { caseId: next, queue: queueFilter() }),
      });
  }, [next, queryClient]);
  return theCase;
}

/** Sends a write of this case; the Case it answers replaces the one in the cache, and the lists are asked again. */
export function useCaseWrite(done: string, undoOf?: (theCase: CaseStory) => Undo | undefined) {
  const queryClient = useQueryClient();
  const toast = useToast();
  return async <Result extends Record<string, CaseStory | string>, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
  ) => {
    const answer = await request(document, variables).catch((error: unknown) => {
      // Somebody was faster: the form that is open shows what he did.
      if (error instanceof Refusal && error.code === 'STALE_VERSION') void queryClient.invalidateQueries({ queryKey: ['case'] });
      throw error;
    });
    const theCase = Object.values(answer).find((value) => typeof value === 'object') as CaseStory;
    queryClient.setQueryData(keyOf(theCase.id), { case: theCase });
    void queryClient.invalidateQueries({ queryKey: ['cases'] });
    void queryClient.invalidateQueries({ queryKey: ['myDay'] });
    toast({ text: done, ...undoOf?.(theCase) });
    return theCase;
  };
}

/** E: this case is done for now, on to the next, of the picked ones or of the queue. */
export function useDoneAndNext(caseId: string) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const sentence = useErrorSentence();
  return async () => {
    const picked = nextInWorklist(caseId);
    if (picked) return navigate(`/cases/${picked}`);
    try {
      const { takeNextCase } = await request(TakeNextCaseDocument, { skipCaseId: caseId, queue: queueFilter() });
      if (takeNextCase) return await navigate(`/cases/${takeNextCase.id}`);
      toast({ text: emptyWords(t) });
      return await navigate('/queue');
    } catch (error) {
      toast({ text: sentence(error instanceof Refusal ? error : undefined) });
    }
  };
}
