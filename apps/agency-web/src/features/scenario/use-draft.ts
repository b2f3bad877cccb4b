import type { StepInput } from '@documents';
import { useState } from 'react';
import type { Scenario, Step } from './use-strategy';

/** One step while it is edited; the day as it is typed. */
export interface DraftStep extends Omit<Step, 'daysFromDue'> {
  /** Stays with the step while it moves. */
  readonly key: number;
  readonly day: string;
}

/** The steps of a draft on the screen: what is changed here is not saved before it is said. */
export function useDraft(saved: Scenario) {
  const [name, setName] = useState(saved.name);
  // What was read last: a colleague's change in between is refused by the server instead of overwritten.
  const [revision, setRevision] = useState(saved.revision);
  const [steps, setSteps] = useState(() => stepsOf(saved));
  const [isChanged, setChanged] = useState(false);
  const touch = (next: readonly DraftStep[]) => {
    setSteps(next);
    setChanged(true);
  };
  return {
    name,
    steps,
    isChanged,
    revision,
    /** As it was saved. */
    settle: (now: Scenario) => {
      setName(now.name);
      setSteps(stepsOf(now));
      setRevision(now.revision);
      setChanged(false);
    },
    rename: (text: string) => {
      setName(text);
      setChanged(true);
    },
    change: (key: number, values: Partial<DraftStep>) =>
      touch(steps.map((step) => (step.key === key ? settled({ ...step, ...values }) : step))),
    remove: (key: number) => touch(steps.filter((step) => step.key !== key)),
    restore: (all: readonly DraftStep[]) => touch(all),
    add: () => {
      const last = Math.max(0, ...steps.map(({ day }) => Number(day)).filter(Number.isFinite));
      const key = Math.max(0, ...steps.map((step) => step.key)) + 1;
      touch([...steps, { ...blank, key, day: String(last + 7) }]);
      return key;
    },
    /** In the order of the days. */
    sort: () => setSteps(byDay(steps)),
    input: (): StepInput[] =>
      byDay(steps).map(({ day, name: called, channel, template, mode, leastOpen, onlyKind, onlySilent }) => ({
        name: called,
        channel,
        template,
        stage: stageOf({ channel, template }),
        daysFromDue: Math.trunc(Number(day)) || 0,
        mode,
        leastOpen: leastOpen || '0',
        onlyKind,
        onlySilent,
      })),
  };
}

const stepsOf = ({ steps }: Scenario): readonly DraftStep[] => steps.map((step, key) => ({ ...step, key, day: String(step.daysFromDue) }));

const byDay = (steps: readonly DraftStep[]) => [...steps].sort((a, b) => Number(a.day) - Number(b.day));

const blank = {
  name: '',
  channel: 'EMAIL',
  template: 'REMINDER_2',
  stage: 'REMINDER',
  mode: 'AUTOMATIC',
  leastOpen: '0.00',
  onlyKind: null,
  onlySilent: false,
} as const;

/** What goes together: a call has no words, a letter needs some, only words wait for a confirmation. */
function settled(step: DraftStep): DraftStep {
  const isWritten = step.channel === 'EMAIL' || step.channel === 'LETTER';
  if (!isWritten) return { ...step, template: null, mode: 'AUTOMATIC' };
  return step.template ? step : { ...step, template: 'REMINDER_1' };
}

/** How far the case has come with a step follows from what the step is. */
function stageOf({ channel, template }: Pick<Step, 'channel' | 'template'>): Step['stage'] {
  if (template === 'FORMAL_NOTICE') return 'FORMAL_NOTICE';
  if (template === 'BEFORE_DUE') return 'BEFORE_DUE';
  return channel === 'CALL' ? 'CALL' : 'REMINDER';
}
