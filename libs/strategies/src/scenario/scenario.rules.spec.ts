import { problemsOf, type ScenarioStep } from './scenario.rules';
import { scenarioChoices, standardStepsOf } from './standard-scenario';

const step = (more: Partial<ScenarioStep>): ScenarioStep => ({
  name: 'Relance',
  channel: 'email',
  template: 'reminder_1',
  stage: 'reminder',
  daysFromDue: 3,
  mode: 'automatic',
  leastOpenMinor: 0n,
  onlyKind: null,
  onlySilent: false,
  ...more,
});
const client = { hat: 'client_name', channels: ['email', 'letter', 'call'] } as const;
const agency = { hat: 'agency', channels: ['email', 'letter', 'call'] } as const;
const codes = (steps: ScenarioStep[], bounds: Parameters<typeof problemsOf>[1] = client) =>
  problemsOf(steps, bounds).map(({ stepNo, field, code }) => `${stepNo} ${field} ${code}`);

it('the standard scenarios may be worked, in both hats and at both paces', () => {
  for (const choice of scenarioChoices) {
    expect(problemsOf(standardStepsOf('client_name', choice), client)).toEqual([]);
    expect(problemsOf(standardStepsOf('agency', choice), agency)).toEqual([]);
  }
});

it.each<[string, ScenarioStep[], string[]]>([
  ['a step without a name', [step({ name: '  ' })], ['1 name STEP_NAME_MISSING']],
  ['two steps on one day', [step({}), step({ template: 'reminder_2' })], ['2 daysFromDue STEP_NOT_LATER']],
  ['a day nobody waits for', [step({ daysFromDue: 401 })], ['1 daysFromDue STEP_DAY_OUT_OF_RANGE']],
  ['half a day', [step({ daysFromDue: 3.5 })], ['1 daysFromDue STEP_DAY_OUT_OF_RANGE']],
  ['a reminder after the notice', [step({ stage: 'formal_notice' }), step({ daysFromDue: 9 })], ['2 stage STEP_STAGE_FALLS']],
  ['a letter of nothing', [step({ channel: 'letter', template: null })], ['1 template STEP_TEMPLATE_MISSING']],
  ['a call with words', [step({ channel: 'call' })], ['1 template STEP_TEMPLATE_NOT_HERE']],
  ['a task that is confirmed', [step({ channel: 'task', template: null, mode: 'confirmed' })], ['1 mode STEP_MODE_NOT_HERE']],
  ['a reminder before the day', [step({ daysFromDue: -2 })], ['1 template STEP_AFTER_DUE']],
  ['a notice of what is to come, after it came', [step({ template: 'before_due', stage: 'before_due' })], ['1 template STEP_BEFORE_DUE']],
  [
    'a formal notice by e-mail, as the first word',
    [step({ template: 'formal_notice', stage: 'formal_notice' })],
    ['1 channel FORMAL_NOTICE_IS_A_LETTER', '1 template FORMAL_NOTICE_TOO_EARLY'],
  ],
])('%s is named with its step and field', (_, steps, expected) => expect(codes(steps)).toEqual(expected));

it('under the agency’s name the first word is a letter (R124-4 CPCE); work inside the house may come before', () => {
  const task = step({ channel: 'task', template: null, daysFromDue: 1 });
  expect(codes([task, step({})], agency)).toEqual(['2 channel FIRST_WORD_IS_A_LETTER']);
  expect(codes([task, step({ channel: 'call', template: null })], agency)).toEqual(['2 channel FIRST_WORD_IS_A_LETTER']);
  expect(codes([task, step({ channel: 'letter' }), step({ daysFromDue: 9 })], agency)).toEqual([]);
});

it('a channel that the mandate does not name is refused; a task needs no mandate', () => {
  const steps = [step({}), step({ channel: 'task', template: null, daysFromDue: 9 })];
  expect(codes(steps, { hat: 'client_name', channels: ['letter'] })).toEqual(['1 channel CHANNEL_NOT_IN_MANDATE']);
});
