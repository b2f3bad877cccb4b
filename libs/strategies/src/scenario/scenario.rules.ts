import type { Hat } from '@amiable/clients';
import type { TemplateKey } from '@amiable/outreach';

/** What a step does; a task is work inside the house, nothing leaves it. */
export const stepChannels = ['email', 'letter', 'call', 'task'] as const;
export type StepChannel = (typeof stepChannels)[number];

/** How a written step leaves: by itself, by itself once somebody has confirmed it, or by a collector's hand. */
export const stepModes = ['automatic', 'confirmed', 'manual'] as const;
export type StepMode = (typeof stepModes)[number];

/** How far the case has come with this step. */
export const stepStages = ['before_due', 'reminder', 'call', 'formal_notice'] as const;
export type StepStage = (typeof stepStages)[number];

/** What a step may be written with: words that ask for what is owed. */
export const stepTemplates = ['before_due', 'reminder_1', 'reminder_2', 'formal_notice'] as const satisfies readonly TemplateKey[];
export type StepTemplate = (typeof stepTemplates)[number];

/** Étape: days are counted from the due date of the oldest open invoice, negative before it. */
export interface ScenarioStep {
  readonly name: string;
  readonly channel: StepChannel;
  /** Null for calls and tasks. */
  readonly template: StepTemplate | null;
  readonly stage: StepStage;
  readonly daysFromDue: number;
  readonly mode: StepMode;
  /** Passed over when less is open; minor units. */
  readonly leastOpenMinor: bigint;
  /** Passed over for the other kind of debtor. */
  readonly onlyKind: 'company' | 'person' | null;
  /** Passed over when the debtor has said something since the former step. */
  readonly onlySilent: boolean;
}

/** What is wrong with a step, named by its place (from 1) and its field. */
export interface StepProblem {
  readonly stepNo: number;
  readonly field: 'name' | 'channel' | 'template' | 'stage' | 'daysFromDue' | 'mode' | 'leastOpen';
  readonly code:
    | 'STEP_NAME_MISSING'
    | 'STEP_NOT_LATER'
    | 'STEP_DAY_OUT_OF_RANGE'
    | 'STEP_TEMPLATE_MISSING'
    | 'STEP_TEMPLATE_NOT_HERE'
    | 'STEP_MODE_NOT_HERE'
    | 'STEP_STAGE_FALLS'
    | 'STEP_AFTER_DUE'
    | 'STEP_BEFORE_DUE'
    | 'FORMAL_NOTICE_IS_A_LETTER'
    | 'FORMAL_NOTICE_TOO_EARLY'
    | 'FIRST_WORD_IS_A_LETTER'
    | 'CHANNEL_NOT_IN_MANDATE';
}

export const mostSteps = 30;
export const furthestDay = 400;
export const earliestDay = -60;

/**
 * What stands against a scenario, step by step: its own order, the law (R124-4 CPCE: under the agency's name the first word is a letter;
 * C. civ. 1344: a formal notice is a letter, and not the first one heard of it) and the channels of the mandate. Empty when it may be worked.
 */
export function problemsOf(
  steps: readonly ScenarioStep[],
  { hat, channels }: { readonly hat: Hat; readonly channels: readonly string[] },
): StepProblem[] {
  return steps.flatMap((step, i) => [
    ...problemsOfOrder(steps, i),
    ...problemsOfWords(steps, i, hat),
    ...problemsOfMandate(step, i, channels),
  ]);
}

function problemsOfOrder(steps: readonly ScenarioStep[], i: number): StepProblem[] {
  const step = steps[i]!;
  const former = steps[i - 1];
  const found: StepProblem[] = [];
  const say = (field: StepProblem['field'], code: StepProblem['code']) => found.push({ stepNo: i + 1, field, code });
  if (step.name.trim() === '' || step.name.length > 80) say('name', 'STEP_NAME_MISSING');
  if (!Number.isInteger(step.daysFromDue) || step.daysFromDue < earliestDay || step.daysFromDue > furthestDay)
    say('daysFromDue', 'STEP_DAY_OUT_OF_RANGE');
  else if (former && step.daysFromDue <= former.daysFromDue) say('daysFromDue', 'STEP_NOT_LATER');
  if (former && rankOf(step) < rankOf(former)) say('stage', 'STEP_STAGE_FALLS');
  return found;
}

/** Calls and reminders take turns; a formal notice is not taken back by either. */
const rankOf = ({ stage }: ScenarioStep) => ({ before_due: 0, reminder: 1, call: 1, formal_notice: 2 })[stage];

function problemsOfWords(steps: readonly ScenarioStep[], i: number, hat: Hat): StepProblem[] {
  const step = steps[i]!;
  const isWritten = step.channel === 'email' || step.channel === 'letter';
  const found: StepProblem[] = [];
  const say = (field: StepProblem['field'], code: StepProblem['code']) => found.push({ stepNo: i + 1, field, code });
  if (isWritten && step.template === null) say('template', 'STEP_TEMPLATE_MISSING');
  if (!isWritten && step.template !== null) say('template', 'STEP_TEMPLATE_NOT_HERE');
  if (!isWritten && step.mode !== 'automatic') say('mode', 'STEP_MODE_NOT_HERE');
  if (step.template === 'before_due' && step.daysFromDue >= 0) say('template', 'STEP_BEFORE_DUE');
  if (step.template !== null && step.template !== 'before_due' && step.daysFromDue < 0) say('template', 'STEP_AFTER_DUE');
  if (step.template === 'formal_notice') {
    if (step.channel !== 'letter') say('channel', 'FORMAL_NOTICE_IS_A_LETTER');
    if (!steps.slice(0, i).some(({ template }) => template === 'reminder_1' || template === 'reminder_2'))
      say('template', 'FORMAL_NOTICE_TOO_EARLY');
  }
  const firstContact = steps.findIndex(({ channel }) => channel !== 'task');
  if (hat === 'agency' && i === firstContact && (step.channel !== 'letter' || step.template === 'before_due'))
    say('channel', 'FIRST_WORD_IS_A_LETTER');
  return found;
}

function problemsOfMandate({ channel }: ScenarioStep, i: number, channels: readonly string[]): StepProblem[] {
  return channel === 'task' || channels.includes(channel) ? [] : [{ stepNo: i + 1, field: 'channel', code: 'CHANNEL_NOT_IN_MANDATE' }];
}
