import { Temporal } from '@amiable/kernel';
import { nextAttemptOn } from './collection.rules';

const day = (text: string) => Temporal.PlainDate.from(text);

it.each([
  [1, 'insufficient_funds', '2026-12-10', '2026-12-14'], // three days later is a Sunday: the Monday
  [1, 'insufficient_funds', '2026-12-14', '2026-12-17'],
  [2, 'insufficient_funds', '2026-12-14', null], // twice is enough
  [1, 'authentication_required', '2026-12-14', null], // the bank wants the payer
  [1, 'expired_card', '2026-12-14', null],
  [1, null, '2026-12-14', null],
])('after %s tries that failed for %s on %s the next is on %s', (attempts, failure, triedOn, next) => {
  expect(nextAttemptOn(attempts, failure, day(triedOn))?.toString() ?? null).toBe(next);
});
