import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff') can('attach', 'Case');
  if (actor.kind === 'client' && actor.role !== 'reader') can('attach', 'Case', { clientId: actor.clientId });
});
