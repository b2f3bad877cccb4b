import { requireMove, toDate } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Brand } from '../brand/brand.entity';
import { BrandHost } from './brand-host.entity';
import { brandHostStates } from './brand-host.states';

/**
 * Nom d'hôte retiré: the brand lives under its path again, at once; only then may the domain point elsewhere, so that nobody takes the
 * name over (trust.md 3.8). Throws Forbidden, NotFound, NoSuchTransition.
 */
@Injectable()
export class RevokeHost extends UseCase<{ hostId: string }, { hostId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { hostId }: { hostId: string }): Promise<{ hostId: string }> {
    const claim = await db.lock(BrandHost, hostId);
    const brand = await db.lock(Brand, claim.brandId);
    ctx.may('edit', brand);
    requireMove(brandHostStates, claim.state, 'revoked');
    await db.rows(`delete from brand_addresses where address = $1 and client_id = $2 and brand_id = $3`, [
      `host:${claim.host}`,
      db.clientId,
      brand.id,
    ]);
    await db.rows(`update brands set host = null where client_id = $1 and id = $2 and host = $3`, [db.clientId, brand.id, claim.host]);
    await db.rows(`update brand_hosts set state = 'revoked', revoked_at = $3 where client_id = $1 and id = $2`, [
      db.clientId,
      hostId,
      toDate(db.clock.now()),
    ]);
    return { hostId };
  }
}
