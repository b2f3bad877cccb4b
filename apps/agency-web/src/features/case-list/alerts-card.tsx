import { Card } from '@amiable/web-kit';
import { Link } from 'react-router';
import { AlertList } from '../../alert-list';
import { useT } from '../../i18n/use-t';
import { useAlerts } from '../../use-alerts';

const shown = 5;

/** The newest alerts on one's day; nothing when there is none. */
export function AlertsCard() {
  const t = useT();
  const alerts = useAlerts();
  if (!alerts || alerts.open === 0) return null;
  return (
    <Card title={t('alerts.open', { count: alerts.open })} actions={<Link to="/alerts">{t('alerts.all')}</Link>}>
      <AlertList alerts={alerts.alerts.slice(0, shown)} />
    </Card>
  );
}
