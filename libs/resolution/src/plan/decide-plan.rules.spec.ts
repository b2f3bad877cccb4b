import { mayDecidePlan } from './decide-plan.rules';

it.each([
  ['asked for by a colleague', 'léa', 'nadia', true],
  ['asked for by oneself', 'nadia', 'nadia', false],
  ['asked for by the debtor', null, 'nadia', true],
])('a plan %s', (_, askedBy, actor, may) => {
  expect(mayDecidePlan({ askedBy }, actor)).toBe(may);
});
