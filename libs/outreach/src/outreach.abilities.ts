import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff' && actor.role !== 'accountant') can('contact', 'Case');
  if (actor.kind === 'staff' && actor.role !== 'accountant') can('read', 'ContactReview');
  if (actor.kind === 'staff' && actor.role === 'collector') can('answer', 'ContactReview');
  if (actor.kind === 'staff' && (actor.role === 'manager' || actor.role === 'admin')) {
    can('review', 'ContactReview');
    can('set', 'QualityShare');
    can('edit', 'Template');
  }
});
