import { Icon } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from './i18n/use-t';
import { useAlerts } from './use-alerts';

/** The bell in the top bar, with how many alerts are new. */
export function AlertBell() {
  const t = useT();
  const alerts = useAlerts();
  if (!alerts) return null;
  const { unread } = alerts;
  return (
    <Link className="bell" to="/alerts" aria-label={unread > 0 ? t('alerts.bellNew', { count: unread }) : t('alerts.title')}>
      <Icon name="bell" />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
