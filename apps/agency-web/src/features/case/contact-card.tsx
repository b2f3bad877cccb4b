import { Badge, Card, useFormat, useSettings } from '@amiable/web-kit';
import { type Key, useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';

const capLabels: Record<string, Key> = { attempts: 'contact.attempts', talks: 'contact.talks', written: 'contact.written' };

/** Monday to Saturday, in the reader's language. */
function useWeekdays(weekdays: readonly number[]): string {
  const { language } = useSettings();
  const name = (day: number) =>
    new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 5, day));
  return `${name(weekdays[0]!)}–${name(weekdays.at(-1)!)}`; // 1 June 2026 is a Monday
}

/** Contact budget: the hours of this person, and how often it may still be called and written to, over all clients. */
export function ContactCard({ theCase: { contact } }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const days = useWeekdays(contact.weekdays);
  const now = contact.callAllowedAt === null;
  return (
    <Card
      title={t('contact.title')}
      actions={<Badge tone={now ? 'ok' : 'warning'}>{now ? t('contact.callable') : t('contact.notCallable')}</Badge>}
    >
      <p className="soft">
        {t('contact.hours', { days, from: contact.from, until: contact.until })}
        {contact.zone !== 'Europe/Paris' && ` · ${contact.zone.split('/')[1]!.replaceAll('_', ' ')}`}
      </p>
      {contact.callAllowedAt && <p>{t('contact.nextCall', { at: format.instant(contact.callAllowedAt) })}</p>}
      {contact.askedFor && <p>{t('contact.askedFor')}</p>}
      <ul className="caps">
        {contact.caps.map(({ kind, used, most, days: window, freeOn }) => (
          <li key={`${kind} ${window}`} data-full={used >= most || undefined}>
            <span>{t(capLabels[kind] ?? 'contact.attempts')}</span>
            <span className="dots" aria-hidden="true">
              {Array.from({ length: most }, (_, n) => (
                <i key={n} data-used={n < used || undefined} />
              ))}
            </span>
            <span className="soft">
              {t('contact.use', { used, most, days: window })}
              {used >= most && ` · ${t('contact.freeOn', { on: format.dayShort(freeOn) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
