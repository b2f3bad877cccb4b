import { newIdempotencyKey, request, useErrorSentence, useToast } from '@amiable/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useT } from '../../i18n/use-t';
import { RecallMessageDocument } from './contact.documents';

/** Takes back a message that has not left; when it has, says so. Answers whether it was in time. */
export function useRecall(): (messageId: string) => Promise<boolean> {
  const t = useT();
  const toast = useToast();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  return useCallback(
    async (messageId) => {
      try {
        const { recallMessage } = await request(RecallMessageDocument, { input: { messageId, idempotencyKey: newIdempotencyKey() } });
        queryClient.setQueryData(['case', recallMessage.id], { case: recallMessage });
        toast({ text: t('message.recalled') });
        return true;
      } catch (error) {
        toast({ text: sentence(error) });
        return false;
      }
    },
    [queryClient, sentence, t, toast],
  );
}
