import { Button, Card, Chips, dayOfInstant, Icon, type IconName, useFormat, useLabels, useSentences } from '@amiable/web-kit';
import { useState } from 'react';
import { downloadUrl } from '../../config';
import { type Key, useT } from '../../i18n/use-t';
import { useFilters } from '../../use-filters';
import { DocumentViewer } from './document-viewer';
import type { CaseStory } from './use-case';

type Event = CaseStory['timeline'][number];
const groups = [
  { id: 'messages', label: 'story.messages', icon: 'mail', starts: ['email.', 'letter.', 'message.', 'receipt.'] },
  { id: 'calls', label: 'story.calls', icon: 'phone', starts: ['call.', 'note.'] },
  { id: 'promises', label: 'story.promises', icon: 'promise', starts: ['promise.', 'plan.'] },
  { id: 'answers', label: 'story.answers', icon: 'mail', starts: ['answer.'] },
  { id: 'disputes', label: 'story.disputes', icon: 'dispute', starts: ['dispute.'] },
  { id: 'money', label: 'story.money', icon: 'money', starts: ['payment.', 'remittance.'] },
  { id: 'file', label: 'story.file', icon: 'cases', starts: [''] },
] as const satisfies ReadonlyArray<{ id: string; label: Key; icon: IconName; starts: readonly string[] }>;
const groupOf = ({ kind }: Event) => groups.find(({ starts }) => starts.some((start) => kind.startsWith(start)))!;
const iconOf = (event: Event): IconName =>
  event.kind.startsWith('letter.')
    ? 'letter'
    : event.kind.startsWith('note.')
      ? 'note'
      : event.kind === 'debtor.visited'
        ? 'eye'
        : groupOf(event).icon;

/** One story of everything, newest first, by day; its filter stands in the address. */
export function CaseTimeline({ theCase, fresh }: { theCase: CaseStory; fresh: ReadonlySet<string> }) {
  const t = useT();
  const format = useFormat();
  const [{ story }, setFilters] = useFilters('story');
  const [shown, setShown] = useState<Event | null>(null);
  const events = theCase.timeline.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const chips = groups.flatMap(({ id, label }) => {
    const count = events.filter((event) => groupOf(event).id === id).length;
    return count > 0 ? [{ id: id as string, label: t(label), count }] : [];
  });
  const visible = events.filter((event) => !story || groupOf(event).id === story);
  const days = Map.groupBy(visible, ({ at }) => dayOfInstant(at));
  return (
    <Card title={t('story.title')}>
      <Chips
        label={t('story.filter')}
        chosen={story}
        onChoose={(id) => setFilters({ story: id })}
        chips={[{ id: '', label: t('story.all'), count: events.length }, ...chips]}
      />
      <ol className="timeline">
        {[...days].map(([day, ofDay]) => (
          <li key={day}>
            <h3>
              {format.day(day)} <span className="soft">{format.relativeDay(day)}</span>
            </h3>
            <ol>
              {ofDay.map((event) => (
                <TimelineEvent key={event.id} event={event} isFresh={fresh.has(event.id)} onShow={() => setShown(event)} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {shown?.documentId && (
        <DocumentViewer
          documentId={shown.documentId}
          documentType={shown.documentType ?? 'unknown'}
          kind={shown.kind}
          facts={shown.facts}
          onClose={() => setShown(null)}
        />
      )}
    </Card>
  );
}

function TimelineEvent({ event, isFresh, onShow }: { event: Event; isFresh: boolean; onShow: () => void }) {
  const t = useT();
  const format = useFormat();
  const { label, ofFamily } = useLabels();
  const { timeline } = useSentences();
  const said = [event.facts.note, event.facts.text, event.facts.answer].find(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  const open = ofFamily('document', event.kind.split('.')[0]!) ?? t('story.openDocument');
  return (
    <li className="event" data-group={groupOf(event).id} data-fresh={isFresh || undefined}>
      <span className="event-icon">
        <Icon name={iconOf(event)} />
      </span>
      <div>
        <p>{timeline(event.kind, event.facts)}</p>
        {said && <blockquote>{said}</blockquote>}
        <p className="soft event-foot">
          <time dateTime={event.at}>{format.time(event.at)}</time> · {event.actorName ?? label('ActorKind', event.actorKind)}
        </p>
      </div>
      {event.documentId && event.kind === 'answer.file' && (
        <a className="button" href={downloadUrl(event.documentId)}>
          <Icon name="download" /> {t('document.download')}
        </a>
      )}
      {event.documentId && event.kind !== 'answer.file' && (
        <Button kind="quiet" icon="eye" onClick={onShow}>
          {open}
        </Button>
      )}
    </li>
  );
}
