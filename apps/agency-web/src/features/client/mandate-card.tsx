import { Card, Facts, isZero, useFormat, useLabels } from '@amiable/web-kit';
import { Link } from 'react-router';
import { FeeTiers } from '../../fee-tiers';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';

/** What the contract says, and its earlier versions with the cases that still run under them. */
export function MandateCard({ client: { id, mandate, mandates }, mayRevise }: { client: TheClient; mayRevise: boolean }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  if (!mandate)
    return (
      <Card title={t('start.mandate')}>
        <p className="soft">{t('client.noMandate')}</p>
      </Card>
    );
  const { plan, late, limits } = mandate;
  const claimed = [
    late.interest && t('late.interest'),
    late.indemnity && t('late.indemnity'),
    !isZero(late.penaltyPercent) && t('late.penaltyOf', { percent: format.percent(late.penaltyPercent) }),
  ].filter((part) => part !== false);
  return (
    <Card
      title={t('client.mandateOf', { reference: mandate.reference, version: mandate.version })}
      actions={
        mayRevise && (
          <Link className="button" to={`/clients/${id}/mandate`}>
            {t('mandate.next')}
          </Link>
        )
      }
    >
      <Facts
        rows={[
          [t('mandate.hat'), label('Hat', mandate.hat)],
          [t('mandate.signedOn'), format.day(mandate.signedOn)],
          [t('mandate.feeTiers'), <FeeTiers key="tiers" tiers={mandate.feeTiers} />],
          [t('mandate.settlement'), label('Settlement', mandate.settlement)],
          [t('mandate.remittance'), label('RemittanceMode', mandate.remittance)],
          [t('mandate.channels'), mandate.channels.map((channel) => label('Channel', channel)).join(', ')],
          [t('mandate.partPayment'), t(mandate.partPayment ? 'client.yes' : 'client.no')],
          [t('mandate.smallestPayment'), format.money(mandate.smallestPayment)],
          [t('mandate.longestPlanMonths'), format.count(mandate.longestPlanMonths)],
          [t('envelope.smallestInstalment'), format.money(plan.smallestInstalment)],
          [t('envelope.frequencies'), plan.frequencies.map((frequency) => label('PlanFrequency', frequency)).join(', ')],
          [t('envelope.approver'), label('PlanApprover', plan.approver)],
          [t('limits.promiseDays'), format.count(limits.promiseDays)],
          [t('limits.promiseGraceDays'), format.count(limits.promiseGraceDays)],
          [t('limits.promiseTolerance'), format.percent(limits.promiseTolerancePercent)],
          [t('limits.paymentRunDays'), format.count(limits.paymentRunDays)],
          [t('limits.disputeAnswerDays'), format.count(limits.disputeAnswerDays)],
          [t('late.title'), claimed.length > 0 ? claimed.join(' · ') : t('late.nothingClaimed')],
        ]}
      />
      {mandates.length > 1 && (
        <details>
          <summary>{t('mandate.versions', { count: mandates.length })}</summary>
          <ul className="stack">
            {mandates.map((version) => (
              <li key={`${version.reference} ${version.version}`} className="client-row">
                <span>{t('client.mandateOf', { reference: version.reference, version: version.version })}</span>
                <small className="soft nowrap">
                  {t('mandate.versionSigned', { day: format.day(version.signedOn) })} ·{' '}
                  {t('mandate.versionCases', { count: version.openCases })}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
