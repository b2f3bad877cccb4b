import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'system' || (actor.kind === 'staff' && actor.role === 'admin')) can('set', 'Password');
});
