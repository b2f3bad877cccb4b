import { Checkbox, Field, Input, RadioGroup, useLabels } from '@amiable/web-kit';
import { useState } from 'react';
import { useT } from './i18n/use-t';
import type { TheClient } from './use-client-page';

type Plan = NonNullable<TheClient['mandate']>['plan'];

/** What a new mandate grants where nothing else was agreed; the same as the table's defaults. */
const usual = {
  smallestInstalment: '10',
  smallestFirst: '0',
  firstWithinDays: 45,
  frequencies: ['MONTHLY', 'FORTNIGHTLY', 'WEEKLY'],
  skips: 1,
  moves: 1,
  longestMoveDays: 10,
  rounding: 'LAST',
  graceDays: 8,
  approver: 'MANAGER',
  answerDays: 5,
} as const;
const decimal = (text: string) => text.trim().replace(',', '.');

/** The envelope as the server takes it. */
export function planOf(values: Readonly<Record<string, string>>, form: FormData) {
  const count = (name: string) => Number(values[name]);
  return {
    smallestInstalment: decimal(values.smallestInstalmentMinor!),
    smallestFirst: decimal(values.smallestFirstMinor!),
    firstWithinDays: count('firstWithinDays'),
    frequencies: form.getAll('frequencies').map(String),
    skips: count('skips'),
    moves: count('moves'),
    longestMoveDays: count('longestMoveDays'),
    rounding: values.rounding!,
    graceDays: count('graceDays'),
    approver: values.approver!,
    answerDays: count('answerDays'),
  };
}

/** Échéanciers: what a debtor is granted without asking anybody (R124-5 CPCE), and who is asked beyond it. */
export function PlanEnvelopeFields({ plan }: { plan: Plan | undefined }) {
  const t = useT();
  const { label } = useLabels();
  const [rounding, setRounding] = useState<string>(plan?.rounding ?? usual.rounding);
  const [approver, setApprover] = useState<string>(plan?.approver ?? usual.approver);
  const number = (
    name: 'firstWithinDays' | 'skips' | 'moves' | 'longestMoveDays' | 'graceDays' | 'answerDays',
    words: string,
    max: number,
  ) => (
    <Input
      label={words}
      name={name}
      type="number"
      min={name === 'answerDays' ? 1 : 0}
      max={max}
      required
      defaultValue={plan?.[name] ?? usual[name]}
    />
  );
  const money = (name: 'smallestInstalment' | 'smallestFirst', words: string) => (
    <Input label={words} name={`${name}Minor`} inputMode="decimal" required defaultValue={plan?.[name].amount ?? usual[name]} />
  );
  return (
    <details className="form-part" open={plan !== undefined}>
      <summary>{t('envelope.title')}</summary>
      <p className="hint">{t('envelope.lead')}</p>
      <div className="form-row">
        {money('smallestInstalment', t('envelope.smallestInstalment'))}
        {money('smallestFirst', t('envelope.smallestFirst'))}
        {number('firstWithinDays', t('envelope.firstWithinDays'), 366)}
      </div>
      <Field label={t('envelope.frequencies')} name="frequencies">
        {(control) => (
          <div {...control} role="group" className="cluster">
            {usual.frequencies.map((frequency) => (
              <Checkbox
                key={frequency}
                label={label('PlanFrequency', frequency)}
                name="frequencies"
                value={frequency}
                defaultChecked={!plan || plan.frequencies.includes(frequency)}
              />
            ))}
          </div>
        )}
      </Field>
      <div className="form-row">
        {number('skips', t('envelope.skips'), 12)}
        {number('moves', t('envelope.moves'), 12)}
        {number('longestMoveDays', t('envelope.longestMoveDays'), 60)}
        {number('graceDays', t('envelope.graceDays'), 60)}
      </div>
      <RadioGroup
        legend={t('plan.rounding')}
        name="rounding"
        value={rounding}
        onChange={setRounding}
        options={(['LAST', 'FIRST', 'SPREAD'] as const).map((value) => ({ value, label: label('PlanRounding', value) }))}
      />
      <RadioGroup
        legend={t('envelope.approver')}
        name="approver"
        value={approver}
        onChange={setApprover}
        options={(['MANAGER', 'CLIENT'] as const).map((value) => ({ value, label: label('PlanApprover', value) }))}
      />
      {number('answerDays', t('envelope.answerDays'), 60)}
    </details>
  );
}
