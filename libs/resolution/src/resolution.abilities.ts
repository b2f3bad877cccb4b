import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff' && actor.role !== 'accountant') {
    can(['promise', 'dispute', 'announce', 'agree_plan', 'settleAnswer'], 'Case');
    can(['read', 'answer'], 'Dispute');
    can('read', 'Plan');
    if (actor.role !== 'collector') can('decide', 'Plan', { approver: 'manager' });
  }
  if (actor.kind === 'client') {
    can('read', 'Dispute', { clientId: actor.clientId });
    can('read', 'Plan', { clientId: actor.clientId });
    if (actor.role !== 'reader') {
      can('answer', 'Dispute', { clientId: actor.clientId });
      can('decide', 'Plan', { clientId: actor.clientId, approver: 'client' });
    }
  }
  if (actor.kind === 'debtor')
    can(['promise', 'dispute', 'announce', 'offer_plan', 'answer'], 'Case', { clientId: actor.clientId, id: actor.caseId });
});
