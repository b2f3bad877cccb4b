import { Card, Table, useFormat, useLabels, useRead } from '@amiable/web-kit';
import { graphql } from '@documents';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';

const DataQualityDocument = graphql(`
  query DataQuality {
    dataQuality {
      mean
      debtors
      missing {
        gap
        cases
      }
      thinnest {
        caseId
        reference
        debtorName
        quality
        missing
        open {
          amount
          currency
        }
      }
    }
  }
`);
const shown = 5;

/** Qualité des fiches: how complete they are, what is missing most, and whose files to complete first; nothing when nothing is missing. */
export function DataQualityCard() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const quality = useRead(['dataQuality'], DataQualityDocument, {}).data?.dataQuality;
  if (!quality || quality.mean === null || quality.missing.length === 0) return null;
  const { mean, debtors, missing, thinnest } = quality;
  return (
    <Card title={t('quality.title')}>
      <p>{t('quality.mean', { mean: format.count(mean), count: debtors })}</p>
      <p className="soft">{t('quality.lead')}</p>
      <ul className="gaps">
        {missing.map(({ gap, cases }) => (
          <li key={gap}>
            <span>{label('DataGap', gap)}</span>
            <Link to={`/cases?lacks=${gap}`}>
              {t('quality.cases', { count: cases })}
              <span className="visually-hidden"> {label('DataGap', gap)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Table
        caption={t('quality.thinnest')}
        rows={thinnest.slice(0, shown)}
        rowKey={({ caseId }) => caseId}
        columns={[
          {
            id: 'debtor',
            label: t('case.debtor'),
            lead: true,
            cell: ({ caseId, debtorName, reference }) => (
              <span className="two-lines">
                <Link to={`/cases/${caseId}`}>{debtorName}</Link>
                <small className="reference">{reference}</small>
              </span>
            ),
          },
          {
            id: 'quality',
            label: t('quality.score'),
            numeric: true,
            cell: (row) => t('quality.of100', { score: format.count(row.quality) }),
          },
          { id: 'ask', label: t('quality.ask'), cell: (row) => row.missing.map((gap) => label('DataGap', gap)).join(', ') },
          { id: 'open', label: t('case.open'), numeric: true, cell: ({ open }) => format.money(open) },
        ]}
      />
    </Card>
  );
}
