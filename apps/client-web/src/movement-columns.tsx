import { Badge, type Column, compareDecimals, useFormat, useLabels } from '@amiable/web-kit';
import { graphql, type MovementRowFragment } from '@documents';
import { Link } from 'react-router';
import { useT } from './i18n/use-t';
import { useMay } from './me';

graphql(`
  fragment MovementRow on ClientMovement {
    id
    caseId
    reference
    debtorName
    kind
    method
    effectiveOn
    feePercent
    remittanceNumber
    amount {
      amount
      currency
    }
    fee {
      amount
      currency
    }
  }
`);

/** A movement in the list of all and on the remittance that paid it on: the same columns, the same figures. */
export function useMovementColumns({ withRemittance }: { withRemittance: boolean }): Array<Column<MovementRowFragment>> {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const may = useMay();
  return [
    { id: 'on', label: t('movement.on'), cell: ({ effectiveOn }) => <span className="nowrap">{format.day(effectiveOn)}</span> },
    {
      id: 'debtor',
      label: t('case.debtor'),
      lead: true,
      cell: (row) => (
        <span className="two-lines">
          <Link className="row-link" to={`/cases/${row.caseId}`}>
            {row.debtorName}
          </Link>
          <small className="reference">{row.reference}</small>
        </span>
      ),
    },
    {
      id: 'kind',
      label: t('movement.kind'),
      cell: ({ kind, method }) => (
        <span className="cluster end-when-narrow">
          {kind !== 'PAYMENT' && <Badge tone={kind === 'CHARGEBACK_WON' ? 'ok' : 'warning'}>{label('MovementKind', kind)}</Badge>}
          <span>{method === 'DIRECT' ? t('movement.direct') : label('PaymentMethod', method)}</span>
        </span>
      ),
    },
    {
      id: 'amount',
      label: t('movement.amount'),
      numeric: true,
      cell: ({ amount }) => (
        <strong className={compareDecimals(amount.amount, '0') < 0 ? 'negative' : undefined}>{format.money(amount)}</strong>
      ),
    },
    ...(may('read:Fee')
      ? [
          {
            id: 'fee',
            label: t('movement.fee'),
            numeric: true,
            cell: ({ fee, feePercent }: MovementRowFragment) => (
              <span className="two-lines">
                {fee ? format.money(fee) : '–'}
                {feePercent && <small>{format.percent(feePercent)}</small>}
              </span>
            ),
          },
        ]
      : []),
    ...(withRemittance
      ? [
          {
            id: 'remittance',
            label: t('movement.remittance'),
            cell: ({ remittanceNumber, method }: MovementRowFragment) =>
              remittanceNumber ? (
                <span className="reference">{remittanceNumber}</span>
              ) : (
                <span className="soft">{method === 'DIRECT' ? t('movement.paidToYou') : t('movement.waits')}</span>
              ),
          },
        ]
      : []),
  ];
}
