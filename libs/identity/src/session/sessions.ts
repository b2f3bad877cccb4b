import { createHash, randomBytes } from 'node:crypto';
import { toDate } from '@amiable/kernel';
import type { Audience, ReadDb } from '@amiable/platform';
import { isSessionToken, sessionLifetimes } from './session.rules';

/** Whose session it is: a user of the agency, a user of a client, or somebody before one case. */
export type SessionOwner =
  | { readonly audience: 'agency'; readonly userId: string }
  | { readonly audience: 'client'; readonly userId: string; readonly clientId: string }
  | { readonly audience: 'debtor'; readonly clientId: string; readonly caseId: string; readonly brandId: string };

/** What is stored of a secret: a stolen table opens nothing. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Opens a session under a new id of 256 bits and ends the one the browser held before; answers the id, which is stored nowhere. */
export async function openSession(db: ReadDb, owner: SessionOwner, facts: { userAgent?: string; former?: string } = {}): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = db.clock.now();
  const column =
    owner.audience === 'debtor'
      ? { ...owner, userId: null }
      : owner.audience === 'client'
        ? { ...owner, caseId: null, brandId: null }
        : { ...owner, clientId: null, caseId: null, brandId: null };
  await db.rows(
    `with former as (delete from sessions where token_hash = $10)
    insert into sessions (token_hash, audience, user_id, client_id, case_id, brand_id, created_at, seen_at, expires_at, user_agent)
    values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)`,
    [
      hashToken(token),
      owner.audience,
      column.userId,
      column.clientId,
      column.caseId,
      column.brandId,
      toDate(now),
      toDate(now.add({ minutes: sessionLifetimes[owner.audience].absolute })),
      facts.userAgent?.slice(0, 200) ?? null,
      isSessionToken(facts.former) ? hashToken(facts.former) : null,
    ],
  );
  return token;
}

/** Ends one session. */
export async function endSession(db: ReadDb, audience: Audience, token: string): Promise<void> {
  await db.rows(`delete from sessions where token_hash = $1 and audience = $2`, [hashToken(token), audience]);
}

/** Ends every session of a user, on all devices; answers how many. */
export async function endSessionsOf(db: ReadDb, userId: string): Promise<number> {
  return (await db.rows(`with ended as (delete from sessions where user_id = $1 returning 1) select from ended`, [userId])).length;
}

/** Deletes sessions that are over and counts of tries nobody asks for any more; a recurring task of the worker. */
export async function sweepSessions(db: ReadDb): Promise<{ sessions: number; throttles: number }> {
  const now = toDate(db.clock.now());
  const swept = await db.row<{ sessions: number; throttles: number }>(
    `
    with over as (delete from sessions where expires_at <= $1 returning 1),
         old as (delete from throttles where window_start < $1::timestamptz - interval '1 day' returning 1)
    select (select count(*) from over)::int as sessions, (select count(*) from old)::int as throttles`,
    [now],
  );
  return swept!;
}
