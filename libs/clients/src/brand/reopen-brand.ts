import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Brand } from './brand.entity';
import { BrandNotShut } from './suspend-brand';

/** Marque rouverte: its pages are there again from now on. Throws Forbidden, BrandNotShut. */
@Injectable()
export class ReopenBrand extends UseCase<{ readonly brandId: string }, { brandId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { brandId }: { readonly brandId: string }) {
    const brand = await db.lock(Brand, brandId);
    ctx.may('suspend', brand);
    if (!brand.suspendedAt) throw new BrandNotShut('BRAND_NOT_SUSPENDED');
    Object.assign(brand, { suspendedAt: null, suspendedReason: null, suspendedBy: null });
    await db.of(Brand).save(brand);
    return { brandId };
  }
}
