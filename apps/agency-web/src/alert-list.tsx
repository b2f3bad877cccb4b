import { BrandStripe, Button, useFormat, useSentences } from '@amiable/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from './i18n/use-t';
import { SettleAlertDialog } from './settle-alert.dialog';
import type { Alert } from './use-alerts';

/** Alerts, the newest first: what it is, on which case, and the way to be done with it. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  const t = useT();
  const format = useFormat();
  const { alert: sentence } = useSentences();
  const [settling, setSettling] = useState<Alert | null>(null);
  return (
    <>
      <ul className="alerts">
        {alerts.map((alert) => (
          <li key={alert.id} data-new={alert.isNew || undefined}>
            <BrandStripe brand={alert.brand} />
            <span className="two-lines">
              <span>
                <Link className="row-link" to={`/cases/${alert.caseId}`}>
                  {alert.debtorName}
                </Link>{' '}
                {alert.isNew && <span className="badge info">{t('alerts.new')}</span>}
              </span>
              <span>{sentence(alert.kind, alert.facts)}</span>
              <small className="soft">
                <span className="reference">{alert.reference}</span> · {format.instant(alert.raisedAt)}
              </small>
            </span>
            <Button onClick={() => setSettling(alert)}>
              {t('alerts.settle')}
              <span className="visually-hidden"> {alert.debtorName}</span>
            </Button>
          </li>
        ))}
      </ul>
      {settling && <SettleAlertDialog alert={settling} onClose={() => setSettling(null)} />}
    </>
  );
}
