import { toDate } from '@amiable/kernel';
import type { RequestContext, TenantDb } from '@amiable/platform';

/** Puts a tag on a set of cases. Answers those that had it not. */
export async function tagCases(db: TenantDb, ctx: RequestContext, caseIds: readonly string[], tag: string): Promise<string[]> {
  const added = await db.rows<{ case_id: string }>(
    `insert into case_tags (client_id, case_id, tag, added_by, added_at)
     select $1, id, $3, $4, $5 from cases where client_id = $1 and id = any($2::uuid[]) order by id on conflict do nothing returning case_id`,
    [db.clientId, caseIds, tag, ctx.actor.id, toDate(db.clock.now())],
  );
  return added.map(({ case_id }) => case_id);
}

/** Takes a tag off a set of cases. Answers those that had it. */
export async function untagCases(db: TenantDb, caseIds: readonly string[], tag: string): Promise<string[]> {
  const taken = await db.rows<{ case_id: string }>(
    `delete from case_tags where client_id = $1 and case_id = any($2::uuid[]) and tag = $3 returning case_id`,
    [db.clientId, caseIds, tag],
  );
  return taken.map(({ case_id }) => case_id);
}

/** A tag as it is kept: one line of at most 40 characters; empty when there is none. */
export function tagOf(typed: string): string {
  return typed.replace(/\s+/gu, ' ').trim().slice(0, 40);
}
