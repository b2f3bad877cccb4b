import type { FeeTier } from '@amiable/clients';
import type { RequestContext } from '@amiable/platform';
import { MandateMissing } from './import.errors';
import type { TenantConnection } from './tenant-connection';

/** The mandate under which an import is placed. */
export interface ImportMandate {
  readonly id: string;
  readonly brandId: string;
  readonly hat: string;
  readonly feeTiers: FeeTier[];
}

/** What every step of writing an import needs. */
export interface ImportWriting extends TenantConnection {
  readonly ctx: RequestContext;
  readonly clientId: string;
  readonly importId: string;
  /** `yyyy-mm-dd`. */
  readonly today: string;
  readonly now: Date;
  readonly mandate: ImportMandate;
  /** How many lines are placed. */
  readonly lines: number;
}

/** The client's mandate in force on a day, its latest version; undefined when there is none. */
export async function mandateInForce({ db }: Pick<TenantConnection, 'db'>, day: string): Promise<ImportMandate | undefined> {
  const row = await db.row<{ id: string; brand_id: string; hat: string; fee_tiers: FeeTier[] }>(
    `select id, brand_id, hat, fee_tiers from mandates where client_id = $1 and signed_on <= $2 and (ends_on is null or ends_on >= $2)
     order by signed_on desc, version desc, created_at desc limit 1`,
    [db.clientId, day],
  );
  return row && { id: row.id, brandId: row.brand_id, hat: row.hat, feeTiers: row.fee_tiers };
}

/** The client's mandate in force on a day. Throws MandateMissing. */
export async function requireMandate(connection: Pick<TenantConnection, 'db'>, today: string): Promise<ImportMandate> {
  const mandate = await mandateInForce(connection, today);
  if (!mandate) throw new MandateMissing(today);
  return mandate;
}
