import { Checkbox, DateInput, Field, Input, RadioGroup, request, today, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { SignMandateDocument } from './client-page.documents';
import { FeeTiersField, type Tier } from './fee-tiers-field';
import { useT } from './i18n/use-t';
import { LateFields, lateOf } from './late-payment-fields';
import { LimitsFields, limitsOf } from './mandate-limits-fields';
import { PlanEnvelopeFields, planOf } from './plan-envelope-fields';
import { StepForm } from './step-form';
import type { TheClient } from './use-client-page';

const decimal = (text: string) => text.trim().replace(',', '.');

const usualTiers = [
  { upToMonths: 6, percent: '10' },
  { upToMonths: null, percent: '20' },
];

/** The contract, or its next version: in whose name, for which fee, how money is settled, what debtors may be granted. The server refuses what cannot stand. */
export function MandateForm({ client, keep }: { client: TheClient; keep: (client: TheClient) => void }) {
  const { mandate } = client;
  const t = useT();
  const { label } = useLabels();
  const [hat, setHat] = useState<string>(mandate?.hat ?? 'CLIENT_NAME');
  const [settlement, setSettlement] = useState<string>(mandate?.settlement ?? 'TRUST');
  const [remittance, setRemittance] = useState<string>(mandate?.remittance ?? 'NET');
  const [tiers, setTiers] = useState<readonly Tier[]>(
    (mandate?.feeTiers ?? usualTiers).map(({ upToMonths, percent }, i) => ({
      id: i + 1,
      months: upToMonths ? String(upToMonths) : '',
      percent,
    })),
  );
  const choice = <W extends string>(family: 'Hat' | 'Settlement' | 'RemittanceMode', words: readonly W[]) =>
    words.map((word) => ({ value: word, label: label(family, word) }));
  return (
    <StepForm
      submit={mandate ? t('mandate.signNext', { version: mandate.version + 1 }) : t('mandate.sign')}
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
          plan: planOf(values, form),
          late: lateOf(values),
          limits: limitsOf(values),
          idempotencyKey,
        };
        keep((await request(SignMandateDocument, { input: input as never })).signMandate);
      }}
    >
      <RadioGroup legend={t('mandate.hat')} name="hat" value={hat} onChange={setHat} options={choice('Hat', ['CLIENT_NAME', 'AGENCY'])} />
      <DateInput label={t('mandate.signedOn')} name="signedOn" required defaultValue={today()} max={today()} />
      <FeeTiersField tiers={tiers} setTiers={setTiers} />
      <Input label={t('mandate.vatPercent')} name="vatPercent" inputMode="decimal" required defaultValue={mandate?.vatPercent ?? '20'} />
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
              <Checkbox
                key={channel}
                label={label('Channel', channel)}
                name="channels"
                value={channel}
                defaultChecked={!mandate || mandate.channels.includes(channel)}
              />
            ))}
          </div>
        )}
      </Field>
      <Checkbox label={t('mandate.partPayment')} name="partPayment" value="yes" defaultChecked={mandate?.partPayment ?? true} />
      <Input
        label={t('mandate.smallestPayment')}
        name="smallestPayment"
        inputMode="decimal"
        required
        defaultValue={mandate?.smallestPayment.amount ?? '10'}
      />
      <Input
        label={t('mandate.longestPlanMonths')}
        name="longestPlanMonths"
        type="number"
        min={1}
        max={24}
        required
        defaultValue={mandate?.longestPlanMonths ?? 6}
      />
      <PlanEnvelopeFields plan={mandate?.plan} />
      <LimitsFields limits={mandate?.limits} />
      <LateFields late={mandate?.late} />
    </StepForm>
  );
}
