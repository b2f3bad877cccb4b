import { StaleVersion } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { BrandLogo } from './brand-logo.entity';
import { Brand } from './brand.entity';
import { readBrandWish, type BrandFields } from './brand-fields.rules';
import { keepBrandVersion } from './keep-brand-version';

export interface ReviseBrandInput {
  readonly brandId: string;
  /** The version the editor has on screen. */
  readonly version: number;
  readonly fields: Partial<BrandFields>;
}

/**
 * Modification de la marque: look, sender, addresses, bank details; colours pass the gates of faces.md 7.1 or are refused.
 * Throws NotFound (a logo of nobody), Forbidden, StaleVersion, BrandFieldRefused.
 */
@Injectable()
export class ReviseBrand extends UseCase<ReviseBrandInput, { version: number }> {
  async run(ctx: RequestContext, db: TenantDb, { brandId, version, fields }: ReviseBrandInput): Promise<{ version: number }> {
    const brand = await db.lock(Brand, brandId);
    ctx.may('edit', brand);
    for (const logoId of [fields.logoId, fields.logoDarkId]) if (logoId) await db.find(BrandLogo, logoId);
    if (brand.version !== version) throw new StaleVersion(brand.version);
    return { version: await keepBrandVersion(db, ctx, brand, readBrandWish(fields)) };
  }
}
