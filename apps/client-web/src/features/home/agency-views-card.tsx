import { Card, Table, useFormat, useRead } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';

const AgencyViewsDocument = graphql(`
  query AgencyViews {
    agencyViews {
      viewerName
      viewedName
      reason
      startedAt
      endedAt
    }
  }
`);
const shown = 5;

/** Who of the agency looked at this portal as one of our users; nothing when nobody did. */
export function AgencyViewsCard() {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const views = useRead(['agencyViews'], AgencyViewsDocument, {}, { enabled: may('read:StaffView') }).data?.agencyViews ?? [];
  if (views.length === 0) return null;
  return (
    <Card title={t('agencyViews.title')}>
      <p className="soft">{t('agencyViews.lead')}</p>
      <Table
        caption={t('agencyViews.title')}
        rows={views.slice(0, shown)}
        rowKey={({ viewerName, startedAt }) => `${viewerName} ${startedAt}`}
        columns={[
          {
            id: 'when',
            label: t('agencyViews.when'),
            lead: true,
            cell: ({ startedAt, endedAt }) => `${format.instant(startedAt)} – ${endedAt ? format.time(endedAt) : '…'}`,
          },
          {
            id: 'who',
            label: t('agencyViews.who'),
            cell: ({ viewerName, viewedName }) => t('agencyViews.asWhom', { viewer: viewerName, user: viewedName }),
          },
          { id: 'why', label: t('agencyViews.reason'), cell: ({ reason }) => reason },
        ]}
      />
    </Card>
  );
}
