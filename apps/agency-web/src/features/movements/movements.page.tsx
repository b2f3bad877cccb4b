import { Badge, compareDecimals, Empty, ListPage, Table, useFilters, useFormat, useLabels, usePages } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ClientChoice } from '../../client-choice';
import { config } from '../../config';
import { useT } from '../../i18n/use-t';

const MovementsDocument = graphql(`
  query Movements($clientId: ID, $page: PageInput!) {
    movements(clientId: $clientId, page: $page) {
      nodes {
        id
        caseId
        reference
        debtorName
        clientName
        kind
        method
        effectiveOn
        receiptNumber
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
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
`);

/** Encaissements: money in and out, each leading to its case, its receipt and its remittance. */
export default function MovementsPage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const [{ client }, setFilters] = useFilters('client');
  const [current, setCurrent] = useState(0);
  const pages = usePages(
    ['movements', client],
    MovementsDocument,
    (after) => ({ clientId: client || null, page: { first: config.rowsAPage, after } }),
    ({ movements }) => movements,
  );
  return (
    <ListPage
      title={t('nav.movements')}
      lead={t('movements.lead')}
      pages={pages}
      filters={<ClientChoice value={client} onChoose={(chosen) => setFilters({ client: chosen })} none={t('field.allClients')} />}
      empty={<Empty title={t('movements.none')} />}
    >
      <Table
        caption={t('nav.movements')}
        rows={pages.nodes}
        rowKey={({ id }) => id}
        total={pages.totalCount ?? null}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ caseId }) => void navigate(`/cases/${caseId}?story=money`)}
        columns={[
          { id: 'on', label: t('movements.on'), cell: ({ effectiveOn }) => <span className="nowrap">{format.day(effectiveOn)}</span> },
          {
            id: 'debtor',
            label: t('cases.column.debtor'),
            lead: true,
            cell: (row) => (
              <span className="two-lines">
                <Link className="row-link" tabIndex={-1} to={`/cases/${row.caseId}?story=money`}>
                  {row.debtorName}
                </Link>
                <small className="reference">{row.reference}</small>
              </span>
            ),
          },
          { id: 'client', label: t('field.client'), cell: ({ clientName }) => <span className="nowrap">{clientName}</span> },
          {
            id: 'method',
            label: t('movements.method'),
            cell: ({ kind, method }) => (
              <span className="two-lines">
                {label('PaymentMethod', method)}
                {kind !== 'PAYMENT' && (
                  <span>
                    <Badge tone={kind === 'CHARGEBACK_WON' ? 'ok' : 'warning'}>{label('MovementKind', kind)}</Badge>
                  </span>
                )}
              </span>
            ),
          },
          {
            id: 'amount',
            label: t('field.amount'),
            numeric: true,
            cell: ({ amount }) => (
              <strong className={compareDecimals(amount.amount, '0') < 0 ? 'negative' : undefined}>{format.money(amount)}</strong>
            ),
          },
          { id: 'fee', label: t('movements.fee'), numeric: true, cell: ({ fee }) => (fee ? format.money(fee) : '–') },
          {
            id: 'receipt',
            label: t('movements.receipt'),
            minor: true,
            cell: ({ receiptNumber }) => <span className="reference">{receiptNumber ?? '–'}</span>,
          },
          {
            id: 'remittance',
            label: t('movements.remittance'),
            cell: ({ remittanceNumber }) =>
              remittanceNumber ? (
                <span className="reference">{remittanceNumber}</span>
              ) : (
                <span className="soft">{t('movements.notRemitted')}</span>
              ),
          },
        ]}
      />
    </ListPage>
  );
}
