import { BrandStripe, Card, Table, useFormat, useNeeded } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import { PlanRequestsDocument } from './case-list.documents';

/** Plans outside the mandate that wait for a manager, the nearest deadline first; nothing when none does. */
export function PlanRequestsCard() {
  const t = useT();
  const format = useFormat();
  const { planRequests } = useNeeded(['myDay', 'plans'], PlanRequestsDocument, {});
  if (planRequests.length === 0) return null;
  return (
    <Card title={t('day.plans')} tone="attention">
      <Table
        caption={t('day.plans')}
        rows={planRequests}
        rowKey={({ planId }) => planId}
        columns={[
          { id: 'brand', label: t('cases.column.brand'), lead: true, cell: ({ brand }) => <BrandStripe brand={brand} /> },
          {
            id: 'debtor',
            label: t('cases.column.debtor'),
            lead: true,
            cell: (row) => <Link to={`/cases/${row.caseId}`}>{row.debtorName}</Link>,
          },
          { id: 'amount', label: t('field.amount'), numeric: true, cell: ({ total }) => format.money(total) },
          { id: 'count', label: t('plan.instalments'), numeric: true, cell: ({ instalments }) => format.count(instalments) },
          { id: 'due', label: t('day.answerBy'), cell: ({ answerBy }) => format.relativeDay(answerBy) },
        ]}
      />
    </Card>
  );
}
