import { Button, Card, Icon, useFormat } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';
import { useRecall } from './use-recall';

/** What was written and has not left: when it goes, and the way to take it back. */
export function WaitingCard({ theCase: { waitingMessages } }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const recall = useRecall();
  if (waitingMessages.length === 0) return null;
  return (
    <Card title={t('message.waiting')}>
      {waitingMessages.map(({ id, channel, templateName, leavesAt, byName }) => (
        <div key={id} className="waiting-message">
          <Icon name={channel === 'LETTER' ? 'letter' : 'mail'} />
          <span>
            <strong>{templateName}</strong>
            <br />
            <small className="soft">
              {t('message.leavesAt', { at: format.instant(leavesAt) })} · {byName ?? t('message.byScenario')}
            </small>
          </span>
          <Button onClick={() => void recall(id)}>{t('message.recall')}</Button>
        </div>
      ))}
    </Card>
  );
}
