import { Refusal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Brand } from './brand.entity';

export class BrandNotShut extends Refusal {
  constructor(code: 'BRAND_SUSPENDED_ALREADY' | 'BRAND_NOT_SUSPENDED' | 'TEXT_MISSING', field?: string) {
    super(code, {}, field);
  }
}

export interface SuspendBrandInput {
  readonly brandId: string;
  readonly reason: string;
}

/** Marque suspendue: its debtor pages are shut at once and take no money, until somebody opens them again. Throws Forbidden, BrandNotShut. */
@Injectable()
export class SuspendBrand extends UseCase<SuspendBrandInput, { brandId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { brandId, reason }: SuspendBrandInput) {
    const brand = await db.lock(Brand, brandId);
    ctx.may('suspend', brand);
    const words = reason.trim().slice(0, 500);
    if (!words) throw new BrandNotShut('TEXT_MISSING', 'reason');
    if (brand.suspendedAt) throw new BrandNotShut('BRAND_SUSPENDED_ALREADY');
    Object.assign(brand, { suspendedAt: db.clock.now(), suspendedReason: words, suspendedBy: ctx.actor.name });
    await db.of(Brand).save(brand);
    return { brandId };
  }
}
