import { Card, Empty, PageHead, request, useNeeded } from '@amiable/web-kit';
import { useEffect } from 'react';
import { AlertsDocument, MarkAlertsSeenDocument } from '../../alert.documents';
import { AlertList } from '../../alert-list';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { alertsKey, useKeepAlerts } from '../../use-alerts';
import { AlertRulesCard } from './alert-rules-card';

/** Alertes: what happened that somebody must know. Who has looked has seen them; they stay until they are settled. */
export default function AlertsPage() {
  const t = useT();
  const may = useMay();
  const keep = useKeepAlerts();
  const { alerts } = useNeeded(alertsKey, AlertsDocument, {});
  useEffect(() => {
    // Seen when one leaves, so that what is new still says so while one reads.
    return () =>
      void request(MarkAlertsSeenDocument, {}).then(
        ({ markAlertsSeen }) => keep(markAlertsSeen),
        () => undefined,
      );
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className="stack">
      <PageHead title={t('alerts.title')} lead={t('alerts.lead')} />
      {alerts.alerts.length === 0 ? (
        <Empty title={t('alerts.none')}>
          <p>{t('alerts.noneText')}</p>
        </Empty>
      ) : (
        <Card title={t('alerts.open', { count: alerts.open })}>
          <AlertList alerts={alerts.alerts} />
        </Card>
      )}
      {may('set:AlertRule') && <AlertRulesCard />}
    </div>
  );
}
