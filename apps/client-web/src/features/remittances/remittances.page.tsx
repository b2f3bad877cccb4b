import {
  addDecimals,
  Badge,
  Empty,
  isFeeInvoice,
  PageHead,
  StatTile,
  StatTiles,
  Table,
  useFormat,
  useLabels,
  useNeeded,
} from '@amiable/web-kit';
import type { RemittanceHeadFragment } from '@documents';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useHome } from '../../home';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { remittanceTone } from '../../tones';
import { RemittancesDocument } from './remittance.documents';
import { StatementLinks } from './statement-links';

/** Honoraires et reversements: what waits, what was paid on, and its statement. */
export default function RemittancesPage() {
  const t = useT();
  const may = useMay();
  if (!may('read:Remittance')) {
    return (
      <>
        <PageHead title={t('nav.remittances')} />
        <Empty title={t('remittances.notForReaders')}>
          <p>{t('remittances.askOwner')}</p>
        </Empty>
      </>
    );
  }
  return <Remittances />;
}

function Remittances() {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const navigate = useNavigate();
  const [current, setCurrent] = useState(0);
  const { remittances } = useNeeded(['remittances'], RemittancesDocument, {});
  const home = useHome();
  const isDirect = remittances.length > 0 && remittances.every(isFeeInvoice);
  const feesDue = {
    amount: addDecimals(
      '0.00',
      ...remittances.flatMap((each) => (isFeeInvoice(each) && each.state === 'ORDERED' ? [each.fees.amount, each.vat.amount] : [])),
    ),
    currency: home.toRemit.currency,
  };
  const paidOut = { amount: addDecimals('0.00', ...remittances.map((each) => each.paidOut.amount)), currency: home.toRemit.currency };
  return (
    <>
      <PageHead title={t('nav.remittances')} lead={isDirect ? t('remittances.leadDirect') : t('remittances.lead')} />
      <div className="stack">
        <StatTiles>
          {isDirect ? (
            <StatTile label={t('remittances.feesDueTile')} value={format.money(feesDue)} note={t('remittances.feesDueNote')} />
          ) : (
            <StatTile label={t('tile.toRemit')} value={format.money(home.toRemit)} note={t('tile.toRemitNote')} />
          )}
          {!isDirect && (
            <StatTile
              label={t('remittances.soFar')}
              value={format.money(paidOut)}
              note={t('remittances.count', { count: remittances.length })}
            />
          )}
          <StatTile
            label={t('tile.fees', { year: home.day.slice(0, 4) })}
            value={format.money(home.feesThisYear)}
            note={t('tile.feesNote')}
          />
        </StatTiles>
        {remittances.length === 0 ? (
          <Empty title={t('remittances.none')}>
            <p>{t('remittances.noneText')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('nav.remittances')}
            rows={remittances}
            rowKey={({ id }) => id}
            total={remittances.length}
            current={current}
            onCurrent={setCurrent}
            onOpen={({ id }) => void navigate(`/remittances/${id}`)}
            columns={[
              {
                id: 'number',
                label: t('remittance.number'),
                lead: true,
                cell: (row) => (
                  <span className="two-lines">
                    <Link className="row-link" tabIndex={-1} to={`/remittances/${row.id}`}>
                      {row.number}
                    </Link>
                    {row.invoiceNumber && <small className="nowrap">{t('remittance.invoiceShort', { number: row.invoiceNumber })}</small>}
                  </span>
                ),
              },
              { id: 'asOf', label: t('remittance.asOf'), cell: ({ asOf }) => <span className="nowrap">{format.day(asOf)}</span> },
              {
                id: 'state',
                label: t('case.state'),
                cell: (row) => (
                  <span className="badges">
                    <Badge tone={remittanceTone[row.state]}>
                      {!isFeeInvoice(row)
                        ? label('RemittanceState', row.state)
                        : row.state === 'ORDERED'
                          ? t('remittance.feesDue')
                          : t('remittance.feesPaid')}
                    </Badge>
                    {row.paidOutOn && <small className="nowrap">{format.day(row.paidOutOn)}</small>}
                  </span>
                ),
              },
              ...(isDirect
                ? []
                : [
                    {
                      id: 'funds',
                      label: t('remittance.funds'),
                      numeric: true,
                      cell: (row: RemittanceHeadFragment) => format.money(row.funds),
                    },
                  ]),
              { id: 'fees', label: t('remittance.fees'), numeric: true, cell: ({ fees }) => format.money(fees) },
              { id: 'vat', label: t('remittance.vat'), numeric: true, cell: ({ vat }) => format.money(vat) },
              isDirect
                ? {
                    id: 'paidOut',
                    label: t('remittance.withVat'),
                    numeric: true,
                    cell: ({ fees, vat }) => (
                      <strong>{format.money({ amount: addDecimals(fees.amount, vat.amount), currency: fees.currency })}</strong>
                    ),
                  }
                : {
                    id: 'paidOut',
                    label: t('remittance.paidOut'),
                    numeric: true,
                    cell: (row) => <strong>{isFeeInvoice(row) ? '–' : format.money(row.paidOut)}</strong>,
                  },
              { id: 'files', label: t('remittance.files'), cell: (row) => <StatementLinks remittance={row} /> },
            ]}
          />
        )}
      </div>
    </>
  );
}
