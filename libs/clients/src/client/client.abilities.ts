import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff') can('read', 'Client');
});
