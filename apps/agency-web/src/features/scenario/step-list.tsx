import { Badge, Icon, type IconName, isZero, useFormat, useLabels } from '@amiable/web-kit';
import { useT } from '../../i18n/use-t';
import type { Step } from './use-strategy';

export const channelIcons: Record<Step['channel'], IconName> = { EMAIL: 'mail', LETTER: 'letter', CALL: 'phone', TASK: 'check' };

/** J−5, J+3: days from the due date of the oldest open invoice. */
export function useDayMark(): (days: number) => string {
  const t = useT();
  return (days) => `${t('scenario.dayLetter')}${days < 0 ? '−' : '+'}${Math.abs(days)}`;
}

/** The steps of one version in their order, with what each asks for. */
export function StepList({ steps, currency }: { steps: readonly Step[]; currency: string }) {
  const t = useT();
  const { label } = useLabels();
  const dayMark = useDayMark();
  const conditions = useConditions(currency);
  return (
    <ol className="scenario-steps">
      {steps.map((step) => (
        <li key={`${step.daysFromDue} ${step.name}`}>
          <span className="scenario-day">{dayMark(step.daysFromDue)}</span>
          <Icon name={channelIcons[step.channel]} />
          <span className="two-lines">
            <span>{step.name}</span>
            <small className="soft">
              {[label('StepChannel', step.channel), step.template && label('StepTemplate', step.template), ...conditions(step)]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
          {step.mode !== 'AUTOMATIC' && (
            <Badge tone="info">{t(step.mode === 'CONFIRMED' ? 'scenario.toConfirm' : 'scenario.byHand')}</Badge>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The conditions of a step, in words. */
export function useConditions(currency: string): (step: Pick<Step, 'leastOpen' | 'onlyKind' | 'onlySilent'>) => string[] {
  const t = useT();
  const format = useFormat();
  return ({ leastOpen, onlyKind, onlySilent }) => [
    ...(isZero(leastOpen) ? [] : [t('scenario.fromAmount', { amount: format.money({ amount: leastOpen, currency }, { whole: true }) })]),
    ...(onlyKind === 'COMPANY' ? [t('scenario.onlyCompanies')] : []),
    ...(onlyKind === 'PERSON' ? [t('scenario.onlyPersons')] : []),
    ...(onlySilent ? [t('scenario.onlySilent')] : []),
  ];
}
