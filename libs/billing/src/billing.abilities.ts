import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff' && (actor.role === 'accountant' || actor.role === 'admin')) can(['read', 'order'], 'Remittance');
  if (actor.kind === 'staff' && actor.role === 'manager') can('read', 'Remittance');
  if (actor.kind === 'staff' && actor.role !== 'collector') can('read', 'Fee');
});
