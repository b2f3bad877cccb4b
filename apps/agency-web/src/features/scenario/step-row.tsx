import { Checkbox, IconButton, Input, MoneyInput, Select, useLabels, useSentences } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import { useConditions, useDayMark } from './step-list';
import type { DraftStep } from './use-draft';
import type { Scenario, Strategy } from './use-strategy';

const channels = ['EMAIL', 'LETTER', 'CALL', 'TASK'] as const;
const templates = ['BEFORE_DUE', 'REMINDER_1', 'REMINDER_2', 'FORMAL_NOTICE'] as const;
const modes = ['AUTOMATIC', 'CONFIRMED', 'MANUAL'] as const;

interface Props {
  step: DraftStep;
  place: number;
  currency: string;
  /** Those of the mandate. */
  channels: Strategy['channels'];
  isNew: boolean;
  problems: Scenario['problems'];
  onChange: (values: Partial<DraftStep>) => void;
  /** The day has been typed: the steps take their order. */
  onSort: () => void;
  onRemove: () => void;
}

/** One step of a draft: when, by what, with which words, and when it is passed over. */
export function StepRow({ step, place, currency, channels: allowed, isNew, problems, onChange, onSort, onRemove }: Props) {
  const t = useT();
  const { label } = useLabels();
  const { refusal } = useSentences();
  const dayMark = useDayMark();
  const conditions = useConditions(currency)(step);
  const isWritten = step.channel === 'EMAIL' || step.channel === 'LETTER';
  const errorOf = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found ? refusal(found.code, {}) : null;
  };
  const isDay = /^-?\d+$/.test(step.day.trim());
  return (
    <li className="draft-step" aria-label={t('scenario.stepN', { place })}>
      <Input
        label={`${t('scenario.day')} ${isDay ? dayMark(Number(step.day)) : ''}`.trim()}
        inputMode="numeric"
        value={step.day}
        error={errorOf('daysFromDue')}
        onChange={(event) => onChange({ day: event.target.value })}
        onBlur={onSort}
        autoFocus={isNew}
      />
      <Select
        label={t('scenario.channel')}
        value={step.channel}
        error={errorOf('channel')}
        options={channels.map((channel) => ({
          value: channel,
          label:
            channel === 'TASK' || allowed.includes(channel)
              ? label('StepChannel', channel)
              : t('scenario.notInMandate', { channel: label('StepChannel', channel) }),
        }))}
        onChange={(event) => onChange({ channel: event.target.value as DraftStep['channel'] })}
      />
      <Input
        label={t('scenario.stepName')}
        value={step.name}
        maxLength={80}
        error={errorOf('name')}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      {isWritten ? (
        <>
          <Select
            label={t('scenario.words')}
            value={step.template ?? ''}
            error={errorOf('template') ?? errorOf('stage')}
            options={templates.map((template) => ({ value: template, label: label('StepTemplate', template) }))}
            onChange={(event) => onChange({ template: event.target.value as DraftStep['template'] })}
          />
          <Select
            label={t('scenario.mode')}
            value={step.mode}
            error={errorOf('mode')}
            options={modes.map((mode) => ({ value: mode, label: label('StepMode', mode) }))}
            onChange={(event) => onChange({ mode: event.target.value as DraftStep['mode'] })}
          />
        </>
      ) : (
        <p className="soft draft-step-desk">{t(step.channel === 'CALL' ? 'scenario.callHint' : 'scenario.taskHint')}</p>
      )}
      <IconButton icon="trash" label={t('scenario.removeStep', { place })} onClick={onRemove} />
      <details className="draft-step-conditions">
        <summary>
          {conditions.length > 0 ? t('scenario.conditionsAre', { conditions: conditions.join(' · ') }) : t('scenario.always')}
        </summary>
        <div className="cluster">
          <MoneyInput
            label={t('scenario.leastOpen')}
            currency={currency}
            initial={step.leastOpen}
            onAmount={(amount) => onChange({ leastOpen: amount ?? '0.00' })}
          />
          <Select
            label={t('scenario.onlyKind')}
            value={step.onlyKind ?? ''}
            options={[
              { value: '', label: t('scenario.allKinds') },
              { value: 'COMPANY', label: t('scenario.onlyCompanies') },
              { value: 'PERSON', label: t('scenario.onlyPersons') },
            ]}
            onChange={(event) => onChange({ onlyKind: (event.target.value || null) as DraftStep['onlyKind'] })}
          />
          <Checkbox
            label={t('scenario.onlySilentBox')}
            checked={step.onlySilent}
            onChange={(event) => onChange({ onlySilent: event.target.checked })}
          />
        </div>
      </details>
    </li>
  );
}
