import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind !== 'staff') return;
  if (actor.role !== 'accountant') can('read', 'Alert');
  if (actor.role === 'manager' || actor.role === 'admin') can('set', 'AlertRule');
});
