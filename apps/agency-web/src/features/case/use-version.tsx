import { Button, Note, useFormat, useSentences } from '@amiable/web-kit';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';

/**
 * The version a form was opened on. When a colleague changes the case meanwhile, the form shows what he did beside what one typed,
 * keeps every word, and is sent only after that was read.
 */
export function useVersion(theCase: CaseStory): { expectedVersion: number; conflict: ReactNode; mustRead: string | null } {
  const t = useT();
  const format = useFormat();
  const { timeline } = useSentences();
  const read = () => ({ version: theCase.version, seen: new Set(theCase.timeline.map(({ id }) => id)) });
  const [base, setBase] = useState(read);
  if (theCase.version === base.version) return { expectedVersion: base.version, conflict: null, mustRead: null };
  const since = theCase.timeline.filter(({ id }) => !base.seen.has(id));
  return {
    expectedVersion: base.version,
    mustRead: t('conflict.readFirst'),
    conflict: (
      <Note tone="warning">
        <p>
          <strong>{t('conflict.title')}</strong>
        </p>
        <ul>
          {since.map((event) => (
            <li key={event.id}>
              {timeline(event.kind, event.facts)} · {event.actorName} · {format.time(event.at)}
            </li>
          ))}
        </ul>
        <Button onClick={() => setBase(read())}>{t('conflict.keepMine')}</Button>
      </Note>
    ),
  };
}
