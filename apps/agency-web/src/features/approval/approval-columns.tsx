import { BrandStripe, type Column, useFormat, useLabels } from '@amiable/web-kit';
import { Link } from 'react-router';
import { useT } from '../../i18n/use-t';
import type { Approval } from '../../use-approvals';

/** What is asked, on which case, by whom and why, and what it changes. */
export function useApprovalColumns(): Array<Column<Approval>> {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  return [
    {
      id: 'debtor',
      label: t('cases.column.debtor'),
      lead: true,
      cell: (row) => (
        <span className="two-lines">
          <BrandStripe brand={row.brand} />
          <Link className="row-link" tabIndex={-1} to={`/cases/${row.caseId}`}>
            {row.debtorName}
          </Link>
          <small className="soft">
            <span className="reference">{row.reference}</span>
            {row.clientName !== row.brand.name && ` · ${row.clientName}`}
          </small>
        </span>
      ),
    },
    {
      id: 'what',
      label: t('approvals.what'),
      cell: (row) => (
        <span className="two-lines">
          <span>
            <strong>{label('ApprovalKind', row.kind)}</strong> {format.money(row.amount)}
          </span>
          <EffectOf approval={row} />
        </span>
      ),
    },
    {
      id: 'why',
      label: t('approvals.why'),
      cell: ({ reason, askedByName, askedAt }) => (
        <span className="two-lines">
          {reason && <span>{reason}</span>}
          <small className="soft">
            {askedByName ?? t('approvals.byDebtor')} · {format.instant(askedAt)}
          </small>
        </span>
      ),
    },
  ];
}

/** What approving changes, in one or two short lines. */
export function EffectOf({ approval: { plan, method } }: { approval: Approval }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  if (!plan) return <small>{t('approvals.effectRefund', { method: label('PaymentMethod', method ?? 'TRANSFER') })}</small>;
  return (
    <>
      <small>
        {t('approvals.effectPlan', {
          count: plan.instalments,
          rhythm: label('PlanFrequency', plan.frequency),
          smallest: format.money(plan.smallest),
          first: format.day(plan.firstDueOn),
          last: format.day(plan.lastDueOn),
        })}
      </small>
      {plan.clauses.length > 0 && (
        <small className="soft">
          {t('approvals.outside', { clauses: plan.clauses.map((one) => label('PlanClause', one)).join(', ') })}
        </small>
      )}
    </>
  );
}
