import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff') can('read', 'Client');
  // A new client, its mandate and its people are a matter of who answers for the house.
  if (actor.kind === 'staff' && (actor.role === 'manager' || actor.role === 'admin')) can('open', 'Client');
});
