import { useRead } from '@amiable/web-kit';
import type { BellFragment } from '@documents';
import { useQueryClient } from '@tanstack/react-query';
import { AlertsDocument } from './alert.documents';
import { useMay } from './me';

export const alertsKey = ['alerts'] as const;
export type Alert = BellFragment['alerts'][number];

/** The bell of whoever is signed in; nothing for who has no alerts. It follows the live channel. */
export function useAlerts(): BellFragment | undefined {
  const may = useMay();
  return useRead(alertsKey, AlertsDocument, {}, { enabled: may('read:Alert') }).data?.alerts;
}

export function useKeepAlerts() {
  const queryClient = useQueryClient();
  return (alerts: BellFragment) => queryClient.setQueryData(alertsKey, { alerts });
}
