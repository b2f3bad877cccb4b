import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff') {
    can(['read', 'ask'], 'Refund');
    can('read', 'Approval');
    if (actor.role === 'admin') can('set', 'ApprovalLimit');
    if (actor.role !== 'collector') can('approve', 'Refund');
    if (actor.role !== 'collector') can(['read', 'record'], 'Movement');
    else can('read', 'Movement');
  }
  if (actor.kind === 'client') can('read', 'Movement', { clientId: actor.clientId });
  if (actor.kind === 'debtor') can('pay', 'Case', { clientId: actor.clientId, id: actor.caseId });
});
