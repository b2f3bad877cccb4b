import { Icon } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { Colleague } from './use-presence';

const initialsOf = (name: string) =>
  name
    .split(/[\s-]+/)
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();

/** Who else has this case open: a disc with initials and the words beside it; a border when writing, faded when away. */
export function Colleagues({ colleagues }: { colleagues: readonly Colleague[] }) {
  const t = useT();
  const first = (name: string) => name.split(' ')[0] ?? name;
  const words = (colleague: Colleague) =>
    colleague.state === 'WRITING'
      ? t('presence.writing', { name: first(colleague.name) })
      : colleague.state === 'AWAY'
        ? t('presence.away', { name: first(colleague.name) })
        : t('presence.viewing', { name: first(colleague.name) });
  return (
    <ul className="colleagues" aria-label={t('presence.title')} aria-live="polite">
      {colleagues.map((colleague) => (
        <li key={colleague.id} data-state={colleague.state}>
          <span className="disc" aria-hidden="true">
            {colleague.state === 'WRITING' ? <Icon name="note" /> : initialsOf(colleague.name)}
          </span>
          <span>{words(colleague)}</span>
        </li>
      ))}
    </ul>
  );
}
