import { Badge, BrandStripe, isZero, PageHead, Table, useFormat, useLabels, useNeeded, today } from '@amiable/web-kit';
import { graphql } from '@documents';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { FeeTiers } from '../../fee-tiers';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';

const ClientsDocument = graphql(`
  query Clients {
    clients {
      id
      name
      legalName
      siren
      hat
      feeTiers {
        upToMonths
        percent
      }
      openCases
      remitBy
      sendingStopped
      brands {
        id
        name
        colour
        onColour
      }
      open {
        amount
        currency
      }
      collected {
        amount
        currency
      }
      toRemit {
        amount
        currency
      }
    }
  }
`);

/** Clients: their brands, in whose name we speak, what is open, collected and to be remitted. Every figure opens its list. */
export default function ClientsPage() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const { clients } = useNeeded(['clients', 'all'], ClientsDocument, {});
  const may = useMay();
  const mayEdit = may('edit:Brand');
  const [current, setCurrent] = useState(0);
  return (
    <>
      <PageHead
        title={t('nav.clients')}
        count={clients.length}
        actions={
          may('open:Client') && (
            <Link className="button primary" to="/clients/new">
              {t('clients.new')}
            </Link>
          )
        }
      />
      <Table
        caption={t('nav.clients')}
        rows={clients}
        rowKey={({ id }) => id}
        total={clients.length}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ id }) => void navigate(`/clients/${id}`)}
        columns={[
          {
            id: 'name',
            label: t('field.client'),
            lead: true,
            cell: (row) => (
              <span className="two-lines">
                <span className="cluster">
                  <Link className="row-link" tabIndex={-1} to={`/clients/${row.id}`}>
                    <strong>{row.name}</strong>
                  </Link>
                  {row.sendingStopped && <Badge tone="danger">{t('clients.sendingStopped')}</Badge>}
                </span>
                <small>{row.legalName}</small>
                <small>SIREN {row.siren}</small>
              </span>
            ),
          },
          {
            id: 'brands',
            label: t('clients.brands'),
            cell: ({ brands, hat }) => (
              <span className="stack-tight nowrap">
                {brands.map((brand) =>
                  mayEdit ? (
                    <Link key={brand.id} tabIndex={-1} to={`/brands/${brand.id}`}>
                      <BrandStripe brand={brand} />
                    </Link>
                  ) : (
                    <BrandStripe key={brand.id} brand={brand} />
                  ),
                )}
                <small>{label('Hat', hat)}</small>
              </span>
            ),
          },
          { id: 'fee', label: t('clients.fee'), cell: ({ feeTiers }) => <FeeTiers tiers={feeTiers} /> },
          {
            id: 'cases',
            label: t('clients.openCases'),
            numeric: true,
            cell: (row) => (
              <Link tabIndex={-1} to={`/cases?client=${row.id}&state=OPEN`}>
                {format.count(row.openCases)}
              </Link>
            ),
          },
          { id: 'open', label: t('clients.open'), numeric: true, cell: ({ open }) => format.money(open) },
          {
            id: 'collected',
            label: t('clients.collected'),
            numeric: true,
            cell: (row) => (
              <Link tabIndex={-1} to={`/movements?client=${row.id}`}>
                {format.money(row.collected)}
              </Link>
            ),
          },
          {
            id: 'remit',
            label: t('clients.toRemit'),
            numeric: true,
            cell: (row) => (
              <span className="two-lines">
                <Link tabIndex={-1} to={`/remittances?client=${row.id}`}>
                  {format.money(row.toRemit)}
                </Link>
                {row.remitBy && !isZero(row.toRemit.amount) && (
                  <small className={row.remitBy < today() ? 'overdue' : undefined}>
                    {t(row.remitBy < today() ? 'clients.remitLate' : 'clients.remitBy', { on: format.day(row.remitBy) })}
                  </small>
                )}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
