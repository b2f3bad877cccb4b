import { newIdempotencyKey, request, type TypedDocument, useErrorSentence, useToast } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import type { CaseStory } from './use-case';

/** The way back from an act on a case, offered by its toast; what cannot be taken back any more says so. */
export function useTakeBack<Result extends Record<string, CaseStory | string>>(
  document: TypedDocument<Result, { input: { caseId: string; idempotencyKey: string } }>,
  said: string,
) {
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  return async ({ id }: Pick<CaseStory, 'id'>) => {
    try {
      const answer = await request(document, { input: { caseId: id, idempotencyKey: newIdempotencyKey() } });
      const theCase = Object.values(answer).find((value) => typeof value === 'object');
      queryClient.setQueryData(['case', id], { case: theCase });
      void queryClient.invalidateQueries({ queryKey: ['cases'] });
      void queryClient.invalidateQueries({ queryKey: ['myDay'] });
      toast({ text: said });
    } catch (error) {
      toast({ text: sentence(error) });
    }
  };
}
