import { Checkbox, Input } from '@amiable/web-kit';
import { useT } from './i18n/use-t';
import type { TheClient } from './use-client-page';

type Late = NonNullable<TheClient['mandate']>['late'];

/** The clauses as the server takes them. */
export const lateOf = (values: Readonly<Record<string, string>>) => ({
  interest: values.lateInterest !== undefined,
  indemnity: values.lateIndemnity !== undefined,
  penaltyPercent: values.penaltyPercent!.trim().replace(',', '.') || '0',
});

/** Retard: what is claimed from companies beside the principal. Consumers are never asked for it. */
export function LateFields({ late }: { late: Late | undefined }) {
  const t = useT();
  return (
    <details className="form-part" open={late !== undefined}>
      <summary>{t('late.title')}</summary>
      <p className="hint">{t('late.lead')}</p>
      <Checkbox
        label={t('late.claimInterest')}
        hint={t('late.claimInterestHint')}
        name="lateInterest"
        value="yes"
        defaultChecked={late?.interest ?? false}
      />
      <Checkbox
        label={t('late.claimIndemnity')}
        hint={t('late.claimIndemnityHint')}
        name="lateIndemnity"
        value="yes"
        defaultChecked={late?.indemnity ?? false}
      />
      <Input
        label={t('late.claimPenalty')}
        hint={t('late.claimPenaltyHint')}
        name="penaltyPercent"
        inputMode="decimal"
        required
        defaultValue={late?.penaltyPercent ?? '0'}
      />
    </details>
  );
}
