import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'system' || (actor.kind === 'staff' && actor.role === 'admin')) can('set', 'Password');
  if (actor.kind === 'staff' && (actor.role === 'manager' || actor.role === 'admin')) {
    can('invite', 'ClientUser');
    can('viewAs', 'User');
  }
  if (actor.kind === 'client' && actor.role === 'owner') can('read', 'StaffView');
});
