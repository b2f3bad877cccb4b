import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff' && actor.role !== 'accountant') can('contact', 'Case');
});
