import { useState } from 'react';
import type { FileAddresses } from '../data/files';
import { useFilters } from '../data/use-filters';
import { dayOfInstant } from '../format/days';
import { useFormat } from '../format/use-format';
import { useKitT } from '../i18n/i18n';
import { useLabels } from '../i18n/labels';
import { type RawFacts, useSentences } from '../i18n/sentences';
import { Button } from './button';
import { Card } from './card';
import { DocumentViewer } from './document-viewer';
import { Icon, type IconName } from './icon';
import { Chips } from './tabs';

/** Something that happened on a case, as the api tells it. */
export interface StoryEvent {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorName?: string | null;
  readonly facts: RawFacts;
  readonly documentId?: string | null;
  readonly documentType?: string | null;
}

/** A filter of the story: the events whose kind starts so. The last group takes the rest. */
export interface StoryGroup {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly starts: readonly string[];
}

const ownIcons: ReadonlyArray<readonly [start: string, IconName]> = [
  ['letter.', 'letter'],
  ['note.', 'note'],
  ['call.', 'phone'],
  ['debtor.visited', 'eye'],
];
const none: ReadonlySet<string> = new Set();

/** One story of everything, newest first, by day; its filter stands in the address. What is `fresh` came while one was reading. */
export function Story({
  events,
  groups,
  files,
  fresh = none,
}: {
  events: readonly StoryEvent[];
  groups: readonly StoryGroup[];
  files: FileAddresses;
  fresh?: ReadonlySet<string>;
}) {
  const t = useKitT();
  const format = useFormat();
  const [{ story }, setFilters] = useFilters('story');
  const [shown, setShown] = useState<StoryEvent | null>(null);
  const groupOf = ({ kind }: StoryEvent) => groups.find(({ starts }) => starts.some((start) => kind.startsWith(start)))!;
  const chips = groups.flatMap(({ id, label }) => {
    const count = events.filter((event) => groupOf(event).id === id).length;
    return count > 0 ? [{ id, label, count }] : [];
  });
  const visible = events.filter((event) => !story || groupOf(event).id === story).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Card title={t('story.title')}>
      {events.length === 0 && <p className="soft">{t('story.none')}</p>}
      {chips.length > 1 && (
        <Chips
          label={t('story.filter')}
          chosen={story}
          onChoose={(id) => setFilters({ story: id })}
          chips={[{ id: '', label: t('story.all'), count: events.length }, ...chips]}
        />
      )}
      <ol className="timeline">
        {[...Map.groupBy(visible, ({ at }) => dayOfInstant(at))].map(([day, ofDay]) => (
          <li key={day}>
            <h3>
              {format.day(day)} <span className="soft">{format.relativeDay(day)}</span>
            </h3>
            <ol>
              {ofDay.map((event) => (
                <Event
                  key={event.id}
                  event={event}
                  group={groupOf(event)}
                  isFresh={fresh.has(event.id)}
                  files={files}
                  onShow={() => setShown(event)}
                />
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
          files={files}
          onClose={() => setShown(null)}
        />
      )}
    </Card>
  );
}

function Event({
  event,
  group,
  isFresh,
  files,
  onShow,
}: {
  event: StoryEvent;
  group: StoryGroup;
  isFresh: boolean;
  files: FileAddresses;
  onShow: () => void;
}) {
  const t = useKitT();
  const format = useFormat();
  const { label, ofFamily } = useLabels();
  const { timeline } = useSentences();
  const said = [event.facts.note, event.facts.text, event.facts.answer].find(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  const icon = ownIcons.find(([start]) => event.kind.startsWith(start))?.[1] ?? group.icon;
  return (
    <li className="event" data-group={group.id} data-fresh={isFresh || undefined}>
      <span className="event-icon">
        <Icon name={icon} />
      </span>
      <div>
        <p>{timeline(event.kind, event.facts)}</p>
        {said && <blockquote>{said}</blockquote>}
        <p className="soft event-foot">
          <time dateTime={event.at}>{format.time(event.at)}</time> · {event.actorName ?? label('ActorKind', event.actorKind)}
        </p>
      </div>
      {event.documentId && event.kind === 'answer.file' && (
        <a className="button" href={files.download(event.documentId)}>
          <Icon name="download" /> {t('document.download')}
        </a>
      )}
      {event.documentId && event.kind !== 'answer.file' && (
        <Button kind="quiet" icon="eye" onClick={onShow}>
          {ofFamily('document', event.documentType ?? event.kind.split('.')[0]!) ?? t('document.unknown')}
        </Button>
      )}
    </li>
  );
}
