import { grant } from '@amiable/platform';

grant((actor, { can }) => {
  if (actor.kind === 'staff' && actor.role !== 'accountant') {
    can(['promise', 'dispute', 'announce'], 'Case');
    can(['read', 'answer'], 'Dispute');
  }
  if (actor.kind === 'client') {
    can('read', 'Dispute', { clientId: actor.clientId });
    if (actor.role !== 'reader') can('answer', 'Dispute', { clientId: actor.clientId });
  }
  if (actor.kind === 'debtor') can(['promise', 'dispute', 'announce'], 'Case', { clientId: actor.clientId, id: actor.caseId });
});
