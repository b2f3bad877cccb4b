import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff' && (actor.role === 'manager' || actor.role === 'admin')) {
    can('read', 'Team');
    can('set', 'CollectorGoal');
  }
});
