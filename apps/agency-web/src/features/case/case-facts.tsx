import { Badge, Button, Card, EvidenceDialog, Facts, isZero, shareOf, subtractDecimals, useFormat, useLabels } from '@amiable/web-kit';
import { type CSSProperties, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useSegmentWords } from '../../segment-words';
import { invoiceTone } from '../../tones';
import { ContactCard } from './contact-card';
import { DebtorCard } from './debtor-card';
import { evidenceDocuments } from './evidence.documents';
import { LateCard } from './late-card';
import { PayerCard } from './payer-card';
import { PeopleCard } from './people-card';
import { TwinsCard } from './twins-card';
import type { CaseStory } from './use-case';

/** Left column: balance, debtor and contacts, invoices, the file itself. */
export function CaseFacts({ theCase }: { theCase: CaseStory }) {
  return (
    <>
      <BalanceCard theCase={theCase} />
      <LateCard theCase={theCase} />
      <DebtorCard theCase={theCase} />
      <TwinsCard theCase={theCase} />
      <PeopleCard theCase={theCase} />
      <ContactCard theCase={theCase} />
      <InvoicesCard theCase={theCase} />
      <PayerCard theCase={theCase} />
      <FileCard theCase={theCase} />
    </>
  );
}

/** What is claimed, in its parts: paid, in dispute, being paid, and the rest to recover. */
function BalanceCard({ theCase: { balance } }: { theCase: CaseStory }) {
  const t = useT();
  const { money } = useFormat();
  const { claimed } = balance;
  const rest = {
    ...balance.open,
    amount: subtractDecimals(subtractDecimals(balance.open.amount, balance.disputed.amount), balance.inPayment.amount),
  };
  const parts = [
    { id: 'paid', label: t('balance.paid'), value: balance.paid },
    { id: 'in-payment', label: t('balance.inPayment'), value: balance.inPayment },
    { id: 'disputed', label: t('balance.disputed'), value: balance.disputed },
    { id: 'rest', label: t('balance.rest'), value: rest },
  ].filter(({ id, value }) => id === 'rest' || !isZero(value.amount));
  const width = (amount: string) => ({ '--share': Math.max(0, Math.min(1, shareOf(amount, claimed.amount))) }) as CSSProperties;
  return (
    <Card title={t('balance.title')}>
      <div className="balance-bar" aria-hidden="true">
        {parts.map(({ id, value }) => (
          <span key={id} className={`part-${id}`} style={width(value.amount)} />
        ))}
      </div>
      <dl className="balance">
        <div>
          <dt>{t('balance.claimed')}</dt>
          <dd>{money(claimed)}</dd>
        </div>
        {parts.map(({ id, label, value }) => (
          <div key={id} className={`part-${id}`}>
            <dt>{label}</dt>
            <dd>{money(value)}</dd>
          </div>
        ))}
        {!isZero(balance.promised.amount) && (
          <div className="of-which">
            <dt>{t('balance.promised')}</dt>
            <dd>{money(balance.promised)}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

function InvoicesCard({ theCase }: { theCase: CaseStory }) {
  const { invoices } = theCase;
  const [evidence, setEvidence] = useState(false);
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
      <ul className="invoices">
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <span className="cluster">
              <span className="reference">{invoice.number}</span>
              {invoice.state !== 'OPEN' && <Badge tone={invoiceTone[invoice.state]}>{label('InvoiceState', invoice.state)}</Badge>}
            </span>
            <strong>{format.money(invoice.open)}</strong>
            <small>
              {t('invoices.due', { dueOn: format.day(invoice.dueOn) })}
              {invoice.daysLate > 0 && ` · ${t('invoices.late', { count: invoice.daysLate })}`}
            </small>
            {invoice.open.amount !== invoice.amount.amount && (
              <small>{t('invoices.outOf', { amount: format.money(invoice.amount) })}</small>
            )}
            {invoice.description && <small>{invoice.description}</small>}
          </li>
        ))}
      </ul>
      {evidence && <EvidenceDialog theCase={theCase} documents={evidenceDocuments} mayAttach onClose={() => setEvidence(false)} />}
    </Card>
  );
}

function FileCard({ theCase }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t('file.title')}>
      <Facts
        rows={[
          [t('file.client'), theCase.client.name],
          [t('file.openedOn'), format.day(theCase.openedOn)],
          theCase.closedOn ? [t('file.closedOn'), format.day(theCase.closedOn)] : null,
          [
            t('file.owner'),
            theCase.lent
              ? `${theCase.ownerName ?? t('file.queue')} · ${t('absence.lentBy', { name: theCase.lent.name, until: format.dayShort(theCase.lent.until) })}`
              : (theCase.ownerName ?? t('file.queue')),
          ],
          theCase.isHeldOut
            ? [t('file.scenario'), t('file.heldOut')]
            : theCase.scenarioName
              ? [t('file.scenario'), <ScenarioOfCase key="scenario" theCase={theCase} />]
              : null,
          theCase.firstLetterOn ? [t('file.firstLetter'), `${theCase.firstLetterReference} · ${format.day(theCase.firstLetterOn)}`] : null,
          [t('file.fee'), format.percent(theCase.feePercent)],
        ]}
      />
    </Card>
  );
}

/** Which scenario, and the segment that chose it with its conditions. */
function ScenarioOfCase({ theCase: { scenarioName, segment, balance } }: { theCase: CaseStory }) {
  const conditions = useSegmentWords(balance.open.currency);
  const why = segment ? conditions(segment) : [];
  return (
    <span className="two-lines">
      {scenarioName}
      {segment && why.length > 0 && <small className="soft">{`${segment.name} : ${why.join(' · ')}`}</small>}
    </span>
  );
}
