import { Refusal, useErrorSentence, useToast, useWrite } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useNavigate } from 'react-router';
import { emptyWords, queueFilter } from '../../chosen-queue';
import { useT } from '../../i18n/use-t';

const TakeNextCaseDocument = graphql(`
  mutation TakeNextCaseFromDay($queue: CaseFilter) {
    takeNextCase(queue: $queue) {
      id
    }
  }
`);

/** Opens the case that the queue gives to this collector; an empty queue says so. */
export function useTakeNextCase() {
  const t = useT();
  const navigate = useNavigate();
  const toast = useToast();
  const sentence = useErrorSentence();
  const take = useWrite(TakeNextCaseDocument, ({ takeNextCase }) => {
    if (takeNextCase) void navigate(`/cases/${takeNextCase.id}`);
    else toast({ text: emptyWords(t) });
  });
  const begin = () =>
    take.mutate({ queue: queueFilter() }, { onError: (error) => toast({ text: sentence(error instanceof Refusal ? error : undefined) }) });
  return { begin, isTaking: take.isPending };
}
