import { Card, Table, useFormat } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { useSegmentWords } from '../../segment-words';
import { linesOf, type Strategy } from './use-strategy';

/** Which cases follow which scenario: the first that fits wins. */
export function SegmentsCard({ strategy, maySteer }: { strategy: Strategy; maySteer: boolean }) {
  const t = useT();
  const format = useFormat();
  const words = useSegmentWords(strategy.currency);
  const nameOf = new Map(linesOf(strategy).map(({ shown }) => [shown.lineId, shown.name]));
  return (
    <Card
      title={t('segment.title')}
      actions={
        maySteer &&
        strategy.segments.length > 0 && (
          <Link className="button" to={`/clients/${strategy.clientId}/segments`}>
            {t('segment.edit')}
          </Link>
        )
      }
    >
      <p className="soft">{t('segment.lead')}</p>
      <Table
        caption={t('segment.title')}
        rows={strategy.segments}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            label: t('segment.name'),
            lead: true,
            cell: (segment) => (
              <span className="two-lines">
                <strong>{segment.name}</strong>
                <small className="soft">{words(segment).join(' · ') || t('segment.takesAll')}</small>
              </span>
            ),
          },
          { id: 'scenario', label: t('start.scenario'), cell: ({ lineId }) => nameOf.get(lineId) ?? '–' },
          { id: 'cases', label: t('segment.cases'), numeric: true, cell: ({ cases }) => format.count(cases) },
          { id: 'open', label: t('cases.column.open'), numeric: true, cell: ({ open }) => format.money(open) },
        ]}
      />
    </Card>
  );
}
