import { request } from '@amiable/web-kit';
import type { SearchHitRowFragment } from '@documents';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { SearchDocument } from './search.documents';

export type SearchHit = SearchHitRowFragment;
export const groups = ['cases', 'debtors', 'invoices'] as const;
const pauseWhileTyping = 120;

/** What fits the text typed so far; `isAnswered` once the answer is to this very text. */
export function useSearch(typed: string) {
  const wanted = typed.trim();
  const [text, setText] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setText(wanted), pauseWhileTyping);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => request(SearchDocument, { text }, signal),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  });
  const isAsked = wanted.length >= 2;
  const isAnswered = isAsked && text === wanted && !isPlaceholderData && (data !== undefined || error !== null);
  return { found: isAsked ? data?.search : undefined, error, isAsked, isAnswered };
}
