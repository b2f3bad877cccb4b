import { newId, newToken } from '@amiable/kernel';
import { SETTINGS, UseCase, type RequestContext, type Settings, type TenantDb } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Brand } from '../brand/brand.entity';
import { BrandHost } from './brand-host.entity';
import { HostRefused } from './host.errors';
import { readHostName } from './host-name.rules';

export interface ClaimHostInput {
  readonly brandId: string;
  readonly host: string;
}

/**
 * Nom d'hôte demandé: answers a secret that must stand in the domain's DNS. A claim blocks nobody: whoever proves a host has it.
 * Throws Forbidden, NotFound, HostRefused: NOT_A_HOST, HOST_CLAIMED, BRAND_HAS_HOST.
 */
@Injectable()
export class ClaimHost extends UseCase<ClaimHostInput, { hostId: string }> {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'PUBLIC_URL'>) {
    super();
  }

  async run(ctx: RequestContext, db: TenantDb, input: ClaimHostInput): Promise<{ hostId: string }> {
    const brand = await db.lock(Brand, input.brandId);
    ctx.may('edit', brand);
    const host = readHostName(input.host, new URL(this.settings.PUBLIC_URL).hostname);
    if (!host) throw new HostRefused('NOT_A_HOST', { value: input.host.slice(0, 60) });
    if (brand.host) throw new HostRefused('BRAND_HAS_HOST', { host: brand.host });
    const open = await db.row(`select id from brand_hosts where client_id = $1 and state <> 'revoked' and (host = $2 or brand_id = $3)`, [
      db.clientId,
      host,
      brand.id,
    ]);
    if (open) throw new HostRefused('HOST_CLAIMED', { host });
    const id = newId();
    const row = {
      clientId: db.clientId,
      id,
      brandId: brand.id,
      host,
      token: newToken(),
      createdAt: db.clock.now(),
      createdBy: ctx.actor.name,
    };
    await db.of(BrandHost).insert({ ...row, state: 'pending', verifiedAt: null, revokedAt: null });
    return { hostId: id };
  }
}
