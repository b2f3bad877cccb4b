import type { RequestContext } from '@amiable/platform';

/** Who acts, as a timeline names him; for statements that tell the story of many cases at once. */
export function actorOf({ actor }: RequestContext): { kind: string; id: string | null; name: string } {
  return { kind: actor.kind === 'nobody' ? 'system' : actor.kind, id: actor.id, name: actor.name };
}
