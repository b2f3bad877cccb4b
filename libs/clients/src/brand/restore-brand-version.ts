import { NotFound, StaleVersion } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Brand } from './brand.entity';
import { bankFields, readBrandWish, type BrandFields } from './brand-fields.rules';
import { keepBrandVersion } from './keep-brand-version';

export interface RestoreBrandVersionInput {
  readonly brandId: string;
  /** The version the editor has on screen. */
  readonly version: number;
  readonly restore: number;
}

/**
 * Retour à une version: the brand looks and speaks again as it did. Bank details stay: money is never sent elsewhere by an undo.
 * Throws Forbidden, StaleVersion, NotFound.
 */
@Injectable()
export class RestoreBrandVersion extends UseCase<RestoreBrandVersionInput, { version: number }> {
  async run(ctx: RequestContext, db: TenantDb, { brandId, version, restore }: RestoreBrandVersionInput): Promise<{ version: number }> {
    const brand = await db.lock(Brand, brandId);
    ctx.may('edit', brand);
    if (brand.version !== version) throw new StaleVersion(brand.version);
    const kept = await db.row<{ fields: BrandFields }>(
      `select fields from brand_versions where client_id = $1 and brand_id = $2 and version = $3`,
      [db.clientId, brandId, restore],
    );
    if (!kept) throw new NotFound('BrandVersion');
    const look = Object.fromEntries(Object.entries(kept.fields).filter(([field]) => !bankFields.includes(field as keyof BrandFields)));
    return { version: await keepBrandVersion(db, ctx, brand, readBrandWish(look)) };
  }
}
