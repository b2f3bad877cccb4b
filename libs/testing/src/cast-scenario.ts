import { Temporal } from '@amiable/kernel';
import { castId } from './cast-names';

const steps = [
  { step_no: 1, name: 'Rappel avant échéance', channel: 'email', template: 'before_due', stage: 'before_due', days_from_due: -5 },
  { step_no: 2, name: 'Première relance', channel: 'email', template: 'reminder_1', stage: 'reminder', days_from_due: 3 },
  { step_no: 3, name: 'Deuxième relance', channel: 'email', template: 'reminder_2', stage: 'reminder', days_from_due: 15 },
  { step_no: 4, name: 'Appel', channel: 'call', template: null, stage: 'call', days_from_due: 22 },
  { step_no: 5, name: 'Mise en demeure', channel: 'letter', template: 'formal_notice', stage: 'formal_notice', days_from_due: 35 },
] as const;

/** The scenario of five steps that both clients follow. */
export function castScenario(letter: string, clientId: string, mark: string) {
  const id = castId(`scenario ${letter}`);
  return {
    scenario: { client_id: clientId, id, name: `Relance standard${mark}`, line_id: id, version: 1, state: 'active' },
    steps: steps.map((step) => ({ client_id: clientId, scenario_id: id, ...step, name: `${step.name}${mark}` })),
    segment: { client_id: clientId, id: castId(`segment ${letter}`), position: 1, name: `Tous les dossiers${mark}`, line_id: id },
    /** The day of a step, counted from the due date of the oldest invoice. */
    dueOn: (stepNo: number, oldestDueOn: string): string =>
      Temporal.PlainDate.from(oldestDueOn)
        .add({ days: steps[stepNo - 1]!.days_from_due })
        .toString(),
  };
}
