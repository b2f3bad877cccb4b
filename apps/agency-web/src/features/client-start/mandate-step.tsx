import { Button, Checkbox, DateInput, Field, Input, RadioGroup, request, today, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { SignMandateDocument } from '../../client-page.documents';
import { useT } from '../../i18n/use-t';
import type { TheClient } from '../../use-client-page';
import { StepForm } from './step-form';

interface Tier {
  readonly id: number;
  readonly months: string;
  readonly percent: string;
}
const decimal = (text: string) => text.trim().replace(',', '.');

/** The contract: in whose name, for which fee, how money is settled, what debtors may be granted. The server refuses what cannot stand. */
export function MandateStep({ client, keep }: { client: TheClient; keep: (client: TheClient) => void }) {
  const t = useT();
  const { label } = useLabels();
  const [hat, setHat] = useState('CLIENT_NAME');
  const [settlement, setSettlement] = useState('TRUST');
  const [remittance, setRemittance] = useState('NET');
  const [tiers, setTiers] = useState<readonly Tier[]>([
    { id: 1, months: '6', percent: '10' },
    { id: 2, months: '', percent: '20' },
  ]);
  const change = (id: number, values: Partial<Tier>) => setTiers(tiers.map((tier) => (tier.id === id ? { ...tier, ...values } : tier)));
  const choice = <W extends string>(family: 'Hat' | 'Settlement' | 'RemittanceMode', words: readonly W[]) =>
    words.map((word) => ({ value: word, label: label(family, word) }));
  return (
    <StepForm
      submit={t('mandate.sign')}
      onSubmit={async (values, form, idempotencyKey) => {
        const input = {
          brandId: client.brands[0]!.id,
          hat,
          settlement,
          remittance: settlement === 'DIRECT' ? 'GROSS' : remittance,
          signedOn: values.signedOn!,
          feeTiers: tiers.map((tier, i) => ({
            upToMonths: i === tiers.length - 1 || tier.months.trim() === '' ? null : Number(tier.months),
            percent: decimal(tier.percent) || '0',
          })),
          vatPercent: decimal(values.vatPercent!),
          partPayment: values.partPayment !== undefined,
          smallestPayment: decimal(values.smallestPayment!),
          longestPlanMonths: Number(values.longestPlanMonths),
          channels: form.getAll('channels').map(String),
          idempotencyKey,
        };
        keep((await request(SignMandateDocument, { input: input as never })).signMandate);
      }}
    >
      <RadioGroup legend={t('mandate.hat')} name="hat" value={hat} onChange={setHat} options={choice('Hat', ['CLIENT_NAME', 'AGENCY'])} />
      <DateInput label={t('mandate.signedOn')} name="signedOn" required defaultValue={today()} max={today()} />
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
      <Input label={t('mandate.vatPercent')} name="vatPercent" inputMode="decimal" required defaultValue="20" />
      <RadioGroup
        legend={t('mandate.settlement')}
        name="settlement"
        value={settlement}
        onChange={setSettlement}
        options={choice('Settlement', ['TRUST', 'DIRECT'])}
      />
      {settlement === 'TRUST' && (
        <RadioGroup
          legend={t('mandate.remittance')}
          name="remittance"
          value={remittance}
          onChange={setRemittance}
          options={choice('RemittanceMode', ['NET', 'GROSS'])}
        />
      )}
      <Field label={t('mandate.channels')} name="channels">
        {(control) => (
          <div {...control} role="group" className="cluster">
            {(['EMAIL', 'LETTER', 'CALL'] as const).map((channel) => (
              <Checkbox key={channel} label={label('Channel', channel)} name="channels" value={channel} defaultChecked />
            ))}
          </div>
        )}
      </Field>
      <Checkbox label={t('mandate.partPayment')} name="partPayment" value="yes" defaultChecked />
      <Input label={t('mandate.smallestPayment')} name="smallestPayment" inputMode="decimal" required defaultValue="10" />
      <Input label={t('mandate.longestPlanMonths')} name="longestPlanMonths" type="number" min={1} max={24} required defaultValue="6" />
    </StepForm>
  );
}
