import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'system') can('manage', 'all');
  if (actor.kind === 'staff') {
    can('read', 'Case');
    if (actor.role !== 'accountant') can(['work', 'hold', 'resume', 'close', 'note', 'assign', 'tag', 'score', 'limit'], 'Case');
    if (actor.role !== 'accountant') can('work', 'Queue');
    if (actor.role === 'manager' || actor.role === 'admin') can('import', 'Invoices');
    if (actor.role === 'manager' || actor.role === 'admin') can('set', ['Absence', 'CollectorSkills']);
  }
  if (actor.kind === 'client') can('read', 'Case', { clientId: actor.clientId });
  if (actor.kind === 'client' && (actor.role === 'owner' || actor.role === 'finance')) can('limit', 'Case', { clientId: actor.clientId });
  if (actor.kind === 'debtor') can('read', 'Case', { clientId: actor.clientId, id: actor.caseId });
});
