import { Button, Field } from '@amiable/web-kit';
import { useT } from './i18n/use-t';

export interface Tier {
  readonly id: number;
  readonly months: string;
  readonly percent: string;
}

/** Honoraires by age of the debt: each tier up to so many months, the last for all that is older. */
export function FeeTiersField({ tiers, setTiers }: { tiers: readonly Tier[]; setTiers: (tiers: readonly Tier[]) => void }) {
  const t = useT();
  const change = (id: number, values: Partial<Tier>) => setTiers(tiers.map((tier) => (tier.id === id ? { ...tier, ...values } : tier)));
  return (
    <Field label={t('mandate.feeTiers')} name="feeTiers" hint={t('mandate.feeTiersHint')}>
      {(control) => (
        <div {...control} role="group" className="tiers" tabIndex={-1}>
          {tiers.map((tier, i) => (
            <div key={tier.id} className="tier">
              {i === tiers.length - 1 ? (
                <span>{tiers.length === 1 ? t('mandate.allAges') : t('mandate.beyond')}</span>
              ) : (
                <label>
                  {t('mandate.upTo')}
                  <input
                    className="input"
                    inputMode="numeric"
                    value={tier.months}
                    onChange={(event) => change(tier.id, { months: event.target.value })}
                  />
                  {t('mandate.months')}
                </label>
              )}
              <label>
                <span className="visually-hidden">{t('mandate.percent')}</span>
                <input
                  className="input"
                  inputMode="decimal"
                  value={tier.percent}
                  onChange={(event) => change(tier.id, { percent: event.target.value })}
                />{' '}
                %
              </label>
              {tiers.length > 1 && (
                <Button kind="quiet" onClick={() => setTiers(tiers.filter(({ id }) => id !== tier.id))}>
                  {t('mandate.removeTier')}
                </Button>
              )}
            </div>
          ))}
          {tiers.length < 6 && (
            <Button
              icon="plus"
              onClick={() => setTiers([{ id: Math.max(...tiers.map(({ id }) => id)) + 1, months: '3', percent: '8' }, ...tiers])}
            >
              {t('mandate.addTier')}
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
