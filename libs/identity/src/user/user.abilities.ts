import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff' || actor.kind === 'client') can('read', 'Me');
  if (actor.kind === 'staff' && actor.role === 'admin') can('end', 'Session');
  if (actor.kind === 'system') can(['end'], 'Session');
});
