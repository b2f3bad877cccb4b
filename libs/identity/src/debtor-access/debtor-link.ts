import { newToken, toDate } from '@amiable/kernel';
import type { ReadDb, TenantDb } from '@amiable/platform';
import { hashToken } from '../session/sessions';

/** The brand whose page was asked for, found by its address. */
export interface BrandPlace {
  readonly clientId: string;
  readonly brandId: string;
}

/** The one case a debtor may see. */
export interface DebtorCase extends BrandPlace {
  readonly caseId: string;
}

export interface DebtorLinkWish {
  readonly caseId: string;
  readonly brandId: string;
  readonly channel: 'email' | 'letter' | 'call';
  readonly expiresInDays?: number;
  /** A message's own token (`messageToken`); without it a fresh one. */
  readonly token?: string;
}

/** Lien du débiteur: a token of 160 bits for `/p/<token>`, of which only the SHA-256 is stored. It may be used many times until it expires. */
export async function createDebtorLink(
  db: TenantDb,
  { caseId, brandId, channel, expiresInDays = 45, token = newToken() }: DebtorLinkWish,
): Promise<string> {
  const now = db.clock.now();
  await db.rows(
    `insert into debtor_links (token_hash, client_id, case_id, brand_id, channel, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (token_hash) do nothing`,
    [hashToken(token), db.clientId, caseId, brandId, channel, toDate(now), toDate(now.add({ hours: 24 * expiresInDays }))],
  );
  return token;
}

/** Kills every link of a case and the sessions opened before it, as when a message went to the wrong person; answers how many links. */
export async function revokeDebtorLinks(db: TenantDb, caseId: string): Promise<number> {
  await db.rows(`delete from sessions where audience = 'debtor' and client_id = $1 and case_id = $2`, [db.clientId, caseId]);
  const revoked = await db.rows(
    `with revoked as (update debtor_links set revoked_at = $3 where client_id = $1 and case_id = $2 and revoked_at is null returning 1)
    select from revoked`,
    [db.clientId, caseId, toDate(db.clock.now())],
  );
  return revoked.length;
}

/** What a link opens at this brand. Unknown, expired, revoked and another brand's are one answer; reading changes nothing. */
export async function findDebtorLink(db: ReadDb, token: string, brand: BrandPlace): Promise<DebtorCase | 'dead'> {
  if (!/^[A-Za-z0-9_-]{27}$/.test(token)) return 'dead';
  const found = await db.row<{ case_id: string }>(
    `select case_id from debtor_links
    where token_hash = $1 and client_id = $2 and brand_id = $3 and revoked_at is null and expires_at > $4`,
    [hashToken(token), brand.clientId, brand.brandId, toDate(db.clock.now())],
  );
  return found ? { ...brand, caseId: found.case_id } : 'dead';
}
