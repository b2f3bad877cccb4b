import { Card, Table, useFormat, useRead } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useT } from '../../i18n/use-t';

const StaffViewsDocument = graphql(`
  query StaffViews {
    staffViews {
      id
      viewerName
      viewedName
      inPortal
      reason
      startedAt
      endedAt
      reads
      looks
    }
  }
`);

const shownLooks = 6;

/** Who looked through whose eyes, and why. */
export function ViewsCard() {
  const t = useT();
  const format = useFormat();
  const { data } = useRead(['staffViews'], StaffViewsDocument, {});
  const views = data?.staffViews ?? [];
  if (views.length === 0) return null;
  return (
    <Card title={t('viewAs.log')}>
      <Table
        caption={t('viewAs.log')}
        rows={views}
        rowKey={({ id }) => id}
        columns={[
          { id: 'at', label: t('viewAs.at'), cell: ({ startedAt }) => format.instant(startedAt) },
          { id: 'viewer', label: t('viewAs.by'), lead: true, cell: ({ viewerName }) => <strong>{viewerName}</strong> },
          {
            id: 'viewed',
            label: t('viewAs.as'),
            cell: ({ viewedName, inPortal }) => (inPortal ? t('viewAs.inPortal', { name: viewedName }) : viewedName),
          },
          { id: 'reason', label: t('viewAs.reason'), cell: ({ reason }) => reason },
          {
            id: 'looks',
            label: t('viewAs.looks'),
            cell: ({ reads, looks }) => (
              <span className="two-lines">
                {t('viewAs.reads', { count: reads })}
                <small className="soft">{looks.slice(0, shownLooks).join(', ')}</small>
              </span>
            ),
          },
          { id: 'end', label: t('viewAs.until'), cell: ({ endedAt }) => (endedAt ? format.time(endedAt) : t('viewAs.goesOn')) },
        ]}
      />
    </Card>
  );
}
