import { grant } from '@amiable/platform';

/** What is sent to whom and when is a manager's matter; what a step proposes may be confirmed by who works the cases. */
grant((actor, { can }) => {
  if (actor.kind !== 'staff') return;
  can('read', 'Scenario');
  if (actor.role === 'manager' || actor.role === 'admin') can('steer', 'Scenario');
  if (actor.role !== 'accountant') can('confirm', 'Step');
});
