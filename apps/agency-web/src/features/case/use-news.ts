import { useSentences, useToast } from '@amiable/web-kit';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../me';
import type { CaseStory } from './use-case';

const secondsMarked = 12;

/** What others did while the case is open: said in a toast, and marked in the story for a while. Answers the marked events. */
export function useNews(theCase: CaseStory): ReadonlySet<string> {
  const toast = useToast();
  const { timeline } = useSentences();
  const myName = useMe().data?.me?.user.name;
  const seen = useRef<Set<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const known = seen.current;
    seen.current = new Set(theCase.timeline.map(({ id }) => id));
    if (!known) return;
    const news = theCase.timeline.filter(
      ({ id, actorKind, actorName }) => !known.has(id) && !(actorKind === 'STAFF' && actorName === myName),
    );
    if (news.length === 0) return;
    for (const { kind, facts, actorKind, actorName } of news.slice(0, 3).toReversed())
      toast({ text: actorKind === 'STAFF' && actorName ? `${timeline(kind, facts)} · ${actorName}` : timeline(kind, facts), isNews: true });
    const ids = news.map(({ id }) => id);
    setFresh((before) => new Set([...before, ...ids]));
    setTimeout(() => setFresh((before) => new Set([...before].filter((id) => !ids.includes(id)))), secondsMarked * 1000);
  }, [theCase.timeline, myName, timeline, toast]);
  return fresh;
}
