import { grant } from '@amiable/platform';

/** The look is a manager's and an owner's matter; where debtors' money goes, an administrator's and an owner's. */
grant((actor, { can }) => {
  if (actor.kind === 'staff') can('read', 'Brand');
  if (actor.kind === 'client') can('read', 'Brand', { clientId: actor.clientId });
  if (actor.kind === 'staff' && (actor.role === 'manager' || actor.role === 'admin')) can(['edit', 'suspend'], 'Brand');
  if (actor.kind === 'staff' && actor.role === 'admin') can('edit', 'BankDetails');
  if (actor.kind === 'client' && actor.role === 'owner') {
    can('edit', 'Brand', { clientId: actor.clientId });
    can('edit', 'BankDetails');
  }
});
