import { useFormat } from '@amiable/web-kit';
import { useT } from './i18n/use-t';

interface FeeTier {
  readonly upToMonths?: number | null | undefined;
  readonly percent: string;
}

/** Success fee by the age of what is collected, a line for each tier. */
export function FeeTiers({ tiers }: { tiers: readonly FeeTier[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className="stack-tight nowrap">
      {tiers.map(({ upToMonths, percent }) => (
        <span key={upToMonths ?? 'beyond'}>
          {typeof upToMonths === 'number'
            ? t('mandate.tierUpTo', { percent: format.percent(percent), months: upToMonths })
            : tiers.length > 1
              ? t('mandate.tierBeyond', { percent: format.percent(percent) })
              : format.percent(percent)}
        </span>
      ))}
    </span>
  );
}
