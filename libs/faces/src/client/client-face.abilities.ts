import { grant } from '@amiable/platform';

// A reader sees cases and money in, but nothing of what the agency earns: no fee, and no statement that shows one.
grant((actor, { can }) => {
  if (actor.kind === 'client' && actor.role !== 'reader') can('read', ['Fee', 'Remittance'], { clientId: actor.clientId });
});
