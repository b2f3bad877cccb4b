import { Card, Facts, useFormat, useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { CaseStory } from './use-case';

/** What may be offered on the telephone without asking anybody, as the mandate of this case says; and who decides beyond. */
export function OffersCard({ theCase: { plans, state } }: { theCase: CaseStory }) {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const { envelope, partPayment, smallestPayment } = plans;
  if (state === 'CLOSED') return null;
  return (
    <Card title={t('offers.title')}>
      <Facts
        rows={[
          [
            t('offers.plan'),
            t('offers.planWords', {
              count: envelope.longestMonths,
              least: format.money(envelope.smallestInstalment),
              rhythms: envelope.frequencies.map((frequency) => label('PlanFrequency', frequency).toLowerCase()).join(', '),
            }),
          ],
          [t('offers.first'), t('offers.firstWords', { count: envelope.firstWithinDays })],
          [t('offers.part'), partPayment ? t('offers.partFrom', { least: format.money(smallestPayment) }) : t('offers.noPart')],
          [t('offers.discount'), t('offers.noDiscount')],
          [t('offers.beyond'), t('offers.beyondWords', { who: label('PlanApprover', envelope.approver), count: envelope.answerDays })],
        ]}
      />
    </Card>
  );
}
