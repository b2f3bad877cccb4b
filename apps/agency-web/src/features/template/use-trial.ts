import { useRead } from '@amiable/web-kit';
import type { TemplateTrialQuery, WrittenChannel } from '@documents';
import { useEffect, useState } from 'react';
import { TemplateTrialDocument } from './template.documents';
import { type Slot, type Words } from './use-template';

/** Milliseconds without a key after which the words are tried and looked at. */
const pause = 350;

/** Messages that leave by post in the standard scenario, or are printed. */
const printed = ['FORMAL_NOTICE', 'RECEIPT', 'ATTESTATION'];

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The words as they would leave now, on a case that is made up or on one of the client, and what is wrong with them. */
export function useTrial(slot: Slot, words: Words) {
  const [channel, setChannel] = useState<WrittenChannel>(printed.includes(slot.template) ? 'LETTER' : 'EMAIL');
  const [caseReference, setCaseReference] = useState<string | null>(null);
  const settled = useSettled(words);
  const { subject, preheader, title, body } = settled;
  const input = { ...slot, text: { subject, preheader, title, body }, channel, caseReference };
  const query = useRead(['template-trial', input], TemplateTrialDocument, { input }, { keepsFormer: true });
  const answer: TemplateTrialQuery['templateTrial'] | undefined = query.data?.templateTrial;
  return {
    channel,
    setChannel,
    caseReference,
    setCaseReference,
    answer,
    error: query.error,
    retry: () => void query.refetch(),
    /** What is shown is of the words on screen, and not of those before. */
    isFresh: settled === words && !query.isPlaceholderData && answer !== undefined,
  };
}
export type Trial = ReturnType<typeof useTrial>;
