import { newId } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import { putIntoService } from './activate-draft';
import { writeSteps } from './scenario.queries';
import type { ScenarioStep, StepTemplate } from './scenario.rules';

/** One step of the scenario a client begins with, as a row. */
export interface StandardStep {
  readonly step_no: number;
  readonly name: string;
  readonly channel: 'email' | 'letter' | 'call';
  readonly template: StepTemplate | null;
  readonly stage: 'before_due' | 'reminder' | 'call' | 'formal_notice';
  readonly days_from_due: number;
}

const underClientName: readonly StandardStep[] = [
  { step_no: 1, name: 'Rappel avant échéance', channel: 'email', template: 'before_due', stage: 'before_due', days_from_due: -5 },
  { step_no: 2, name: 'Première relance', channel: 'email', template: 'reminder_1', stage: 'reminder', days_from_due: 3 },
  { step_no: 3, name: 'Deuxième relance', channel: 'email', template: 'reminder_2', stage: 'reminder', days_from_due: 15 },
  { step_no: 4, name: 'Appel', channel: 'call', template: null, stage: 'call', days_from_due: 22 },
  { step_no: 5, name: 'Mise en demeure', channel: 'letter', template: 'formal_notice', stage: 'formal_notice', days_from_due: 35 },
];

/** Under the agency's own name the first word is a letter with the mentions of R124-4 CPCE; every later one recalls it. */
const underAgencyName: readonly StandardStep[] = [
  { step_no: 1, name: 'Première lettre', channel: 'letter', template: 'reminder_1', stage: 'reminder', days_from_due: 3 },
  { step_no: 2, name: 'Relance par e-mail', channel: 'email', template: 'reminder_2', stage: 'reminder', days_from_due: 13 },
  { step_no: 3, name: 'Appel', channel: 'call', template: null, stage: 'call', days_from_due: 20 },
  { step_no: 4, name: 'Dernière relance', channel: 'email', template: 'reminder_2', stage: 'reminder', days_from_due: 27 },
  { step_no: 5, name: 'Mise en demeure', channel: 'letter', template: 'formal_notice', stage: 'formal_notice', days_from_due: 38 },
];

/** The scenario of five steps a new client begins with, by the hat it is worked under. */
export const standardSteps = (hat: 'client_name' | 'agency'): readonly StandardStep[] =>
  hat === 'agency' ? underAgencyName : underClientName;

/** Ways to begin: as is usual, or with twice the patience after the due date. */
export const scenarioChoices = ['standard', 'patient'] as const;
export type ScenarioChoice = (typeof scenarioChoices)[number];

/** The steps of a choice; what comes before the due date keeps its day. */
export function stepsOfChoice(choice: ScenarioChoice, hat: 'client_name' | 'agency'): readonly StandardStep[] {
  const steps = standardSteps(hat);
  return choice === 'standard'
    ? steps
    : steps.map((step) => ({ ...step, days_from_due: step.days_from_due > 0 ? 2 * step.days_from_due : step.days_from_due }));
}

/** The standard steps as a draft holds them: all automatic, without conditions. */
export function standardStepsOf(hat: 'client_name' | 'agency', choice: ScenarioChoice = 'standard'): ScenarioStep[] {
  return stepsOfChoice(choice, hat).map(({ name, channel, template, stage, days_from_due }) => ({
    name,
    channel,
    template,
    stage,
    daysFromDue: days_from_due,
    mode: 'automatic',
    leastOpenMinor: 0n,
    onlyKind: null,
    onlySilent: false,
  }));
}

/** Gives a client the standard scenario, active, for all its cases. Answers its id. */
export async function activateStandardScenario(
  db: TenantDb,
  hat: 'client_name' | 'agency',
  choice: ScenarioChoice = 'standard',
): Promise<string> {
  const id = newId();
  const name = choice === 'standard' ? 'Relance standard' : 'Relance patiente';
  await db.rows(`insert into scenarios (client_id, id, line_id, name, version, state) values ($1, $2, $2, $3, 1, 'draft')`, [
    db.clientId,
    id,
    name,
  ]);
  await writeSteps(db, id, standardStepsOf(hat, choice));
  await putIntoService(db, { clientId: db.clientId, scenarioId: id, by: null, moveCases: false });
  return id;
}
