import { BrandStripe, Card, Table, useFormat, useLabels } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from './i18n/use-t';
import { useApprovals } from './use-approvals';

const shown = 5;

/** What waits for one's word, on one's day; nothing when nothing does. */
export function ApprovalsCard() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const waiting = useApprovals()?.waiting ?? [];
  if (waiting.length === 0) return null;
  const title = t('approvals.waiting', { count: waiting.length });
  return (
    <Card title={title} tone="attention" actions={<Link to="/approvals">{t('approvals.all')}</Link>}>
      <Table
        caption={title}
        rows={waiting.slice(0, shown)}
        rowKey={({ id }) => id}
        columns={[
          { id: 'brand', label: t('cases.column.brand'), lead: true, cell: ({ brand }) => <BrandStripe brand={brand} /> },
          {
            id: 'debtor',
            label: t('cases.column.debtor'),
            lead: true,
            cell: (row) => <Link to={`/cases/${row.caseId}`}>{row.debtorName}</Link>,
          },
          { id: 'kind', label: t('approvals.what'), cell: ({ kind }) => label('ApprovalKind', kind) },
          { id: 'amount', label: t('field.amount'), numeric: true, cell: ({ amount }) => format.money(amount) },
          {
            id: 'due',
            label: t('day.answerBy'),
            cell: ({ answerBy }) => (answerBy ? format.relativeDay(answerBy) : t('approvals.noDeadline')),
          },
        ]}
      />
    </Card>
  );
}
