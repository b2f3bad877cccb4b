import { Badge, Button, Card, EvidenceDialog, Facts, isZero, type Money, shareOf, Table, useFormat, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useMay } from '../../me';
import { invoiceTone } from '../../tones';
import { evidenceDocuments } from './evidence.documents';
import type { CaseStory } from './use-case';

/** From what was placed to what is left; what is disputed or promised is part of it. */
export function BalanceCard({ theCase: { claimed, recovered, open, disputed, promised, latePayment: late } }: { theCase: CaseStory }) {
  const t = useT();
  const { money, day } = useFormat();
  const row = (name: string, label: string, value: Money, isPart = false) => (
    <div className={isPart ? 'of-which' : undefined} data-part={name}>
      <dt>{label}</dt>
      <dd>{money(value)}</dd>
    </div>
  );
  const widths = {
    recovered: Math.max(0, shareOf(recovered.amount, claimed.amount)) * 100,
    disputed: Math.max(0, shareOf(disputed.amount, claimed.amount)) * 100,
  };
  return (
    <Card title={t('balance.title')}>
      <svg className="balance-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="ground" width="100" height="8" />
        <rect className="recovered" width={Math.min(100, widths.recovered)} height="8" />
        <rect className="disputed" x={100 - Math.min(100, widths.disputed)} width={Math.min(100, widths.disputed)} height="8" />
      </svg>
      <dl className="balance">
        {row('placed', t('tile.placed'), claimed)}
        {row('recovered', t('tile.recovered'), recovered)}
        {row('open', t('case.open'), open)}
        {!isZero(disputed.amount) && row('disputed', t('balance.disputed'), disputed, true)}
        {!isZero(promised.amount) && row('promised', t('balance.promised'), promised, true)}
      </dl>
      {!isZero(late.total.amount) && (
        <>
          <h3>{t('late.title')}</h3>
          <dl className="balance">
            {!isZero(late.interest.amount) && row('interest', t('late.interest'), late.interest)}
            {!isZero(late.indemnity.amount) && row('indemnity', t('late.indemnity'), late.indemnity)}
            {!isZero(late.penalty.amount) && row('penalty', t('late.penalty'), late.penalty)}
            {row('late', t('late.total'), late.total)}
          </dl>
          <p className="soft">{t('late.apart', { day: day(late.asOf) })}</p>
          {late.provisional && <p className="soft">{t('late.provisional')}</p>}
        </>
      )}
    </Card>
  );
}

export function InvoicesCard({ theCase }: { theCase: CaseStory }) {
  const { invoices } = theCase;
  const [evidence, setEvidence] = useState(false);
  const may = useMay();
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  return (
    <Card
      title={
        <>
          {t('invoices.title')} <span className="count">{invoices.length}</span>
        </>
      }
      actions={
        <Button kind="quiet" onClick={() => setEvidence(true)}>
          {t('evidence.open')}
        </Button>
      }
    >
      <Table
        caption={t('invoices.title')}
        rows={invoices}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'number',
            label: t('invoices.number'),
            lead: true,
            cell: ({ number, issuedOn }) => (
              <span className="two-lines">
                <span className="reference">{number}</span>
                <small>{t('invoices.issuedOn', { day: format.day(issuedOn) })}</small>
              </span>
            ),
          },
          {
            id: 'due',
            label: t('invoices.due'),
            cell: ({ dueOn, daysLate }) => (
              <span className="two-lines">
                <span className="nowrap">{format.day(dueOn)}</span>
                {daysLate > 0 && <small>{t('invoices.late', { count: daysLate })}</small>}
              </span>
            ),
          },
          {
            id: 'state',
            label: t('case.state'),
            cell: ({ state, disputed }) => (
              <span className="badges">
                <Badge tone={invoiceTone[state]}>{label('InvoiceState', state)}</Badge>
                {state === 'DISPUTED' && <small>{format.money(disputed)}</small>}
              </span>
            ),
          },
          { id: 'amount', label: t('invoices.amount'), numeric: true, cell: ({ amount }) => format.money(amount) },
          { id: 'paid', label: t('invoices.paid'), numeric: true, minor: true, cell: ({ paid }) => format.money(paid) },
          { id: 'open', label: t('case.open'), numeric: true, cell: ({ open }) => <strong>{format.money(open)}</strong> },
        ]}
      />
      {evidence && (
        <EvidenceDialog theCase={theCase} documents={evidenceDocuments} mayAttach={may('attach:Case')} onClose={() => setEvidence(false)} />
      )}
    </Card>
  );
}

export function FileCard({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const { day } = useFormat();
  const { label } = useLabels();
  return (
    <Card title={t('file.title')}>
      <Facts
        rows={[
          [t('case.openedOn'), day(theCase.openedOn)],
          [t('case.stage'), label('CaseStage', theCase.stage)],
          theCase.city ? [t('file.city'), theCase.city] : null,
          theCase.closedOn ? [t('file.closedOn'), day(theCase.closedOn)] : null,
        ]}
      />
    </Card>
  );
}
