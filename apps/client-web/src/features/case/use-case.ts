import { request, useNeeded, useToast } from '@amiable/web-kit';
import type { AnswerDisputeInput, CaseStoryFragment, ClientDecidePlanInput, ClientCreditLimitInput } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { homeKey } from '../../home';
import { useT } from '../../i18n/use-t';
import { AnswerDisputeDocument, CaseDocument, DecidePlanDocument, RecordCreditLimitDocument } from './case.documents';

export type CaseStory = CaseStoryFragment;
export type CaseDispute = CaseStory['disputes'][number];
const keyOf = (caseId: string) => ['case', caseId] as const;

export const useCase = (caseId: string): CaseStory => useNeeded(keyOf(caseId), CaseDocument, { caseId }).case;

/** The case that comes back replaces the one shown; the figures and lists are asked again. */
export function useAnswerDispute() {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  return async (input: AnswerDisputeInput) => {
    const { answerDispute } = await request(AnswerDisputeDocument, { input });
    queryClient.setQueryData(keyOf(answerDispute.id), { case: answerDispute });
    void queryClient.invalidateQueries({ queryKey: homeKey });
    void queryClient.invalidateQueries({ queryKey: ['cases'] });
    toast({ text: t('answer.done') });
  };
}

/** The answer to a payment plan outside the mandate; the debtor is told of it. */
export function useDecidePlan() {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  return async (input: ClientDecidePlanInput) => {
    const { decidePlan } = await request(DecidePlanDocument, { input });
    queryClient.setQueryData(keyOf(decidePlan.id), { case: decidePlan });
    void queryClient.invalidateQueries({ queryKey: homeKey });
    toast({ text: t('planRequest.done') });
  };
}

/** The company's own limit for its debtor. */
export function useRecordCreditLimit() {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  return async (input: ClientCreditLimitInput) => {
    const { recordCreditLimit } = await request(RecordCreditLimitDocument, { input });
    queryClient.setQueryData(keyOf(recordCreditLimit.id), { case: recordCreditLimit });
    toast({ text: t('limit.done') });
  };
}
