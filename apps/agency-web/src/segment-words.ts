import { useFormat, useLabels } from '@amiable/web-kit';
import type { SegmentConditionsFragment } from '@documents';
import { useT } from './i18n/use-t';

/** The conditions of a segment, in words. */
export function useSegmentWords(currency: string): (segment: Omit<SegmentConditionsFragment, 'name'>) => string[] {
  const t = useT();
  const format = useFormat();
  const { label } = useLabels();
  const money = (amount: string) => format.money({ amount, currency }, { whole: true });
  return ({ debtorKind, least, most, leastScore, mostScore, languages, tags, paymentMethods }) => [
    ...(debtorKind ? [label('DebtorKind', debtorKind)] : []),
    ...(least !== null ? [t('conditions.from', { amount: money(least) })] : []),
    ...(most !== null ? [t('conditions.upTo', { amount: money(most) })] : []),
    ...(leastScore !== null || mostScore !== null
      ? [t('conditions.scoreBetween', { least: leastScore ?? 0, most: mostScore ?? 100 })]
      : []),
    ...(languages ? [languages.map((language) => label('DebtorLanguage', language)).join(', ')] : []),
    ...(tags ? [t('conditions.tagged', { tags: tags.join(', ') })] : []),
    ...(paymentMethods
      ? [t('conditions.paysBy', { methods: paymentMethods.map((method) => label('PaymentMethod', method)).join(', ') })]
      : []),
  ];
}
