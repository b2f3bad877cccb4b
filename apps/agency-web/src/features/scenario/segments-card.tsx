import { Card, Table, useFormat, useLabels } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { linesOf, type Segment, type Strategy } from './use-strategy';

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

type Conditions = Pick<Segment, 'debtorKind' | 'least' | 'most' | 'leastScore' | 'mostScore' | 'languages' | 'tags' | 'paymentMethods'>;

/** The conditions of a segment, in words. */
export function useSegmentWords(currency: string): (segment: Conditions) => string[] {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const money = (amount: string) => format.money({ amount, currency }, { whole: true });
  return ({ debtorKind, least, most, leastScore, mostScore, languages, tags, paymentMethods }) => [
    ...(debtorKind ? [label('DebtorKind', debtorKind)] : []),
    ...(least !== null ? [t('segment.from', { amount: money(least) })] : []),
    ...(most !== null ? [t('segment.upTo', { amount: money(most) })] : []),
    ...(leastScore !== null || mostScore !== null ? [t('segment.scoreBetween', { least: leastScore ?? 0, most: mostScore ?? 100 })] : []),
    ...(languages ? [languages.map((language) => label('DebtorLanguage', language)).join(', ')] : []),
    ...(tags ? [t('segment.tagged', { tags: tags.join(', ') })] : []),
    ...(paymentMethods
      ? [t('segment.paysBy', { methods: paymentMethods.map((method) => label('PaymentMethod', method)).join(', ') })]
      : []),
  ];
}
