import { toDate } from '@amiable/kernel';
import type { RequestContext, TenantDb } from '@amiable/platform';
import { Brand } from './brand.entity';
import { bankFields, brandFields, requireWholeBrand, type BrandField, type BrandFields } from './brand-fields.rules';
import { publish } from '@amiable/platform';
import { BrandLogo } from './brand-logo.entity';

/** The editable fields of a brand as they are. */
export function fieldsOf(brand: Brand): BrandFields {
  return Object.fromEntries(brandFields.map((field) => [field, brand[field]])) as unknown as BrandFields;
}

/**
 * Gives a brand its fields, as the next version with who made it and what changed; nothing changed, no version.
 * New bank details ask for an ability of their own and are told to the client's owners, on another way than the screen.
 * Throws Forbidden, NotFound (a logo of nobody), BrandFieldRefused.
 */
export async function keepBrandVersion(db: TenantDb, ctx: RequestContext, brand: Brand, wish: Partial<BrandFields>): Promise<number> {
  const before = fieldsOf(brand);
  const after: BrandFields = { ...before, ...wish };
  const changed = brandFields.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return brand.version;
  const bank = changed.filter((field) => bankFields.includes(field));
  if (bank.length > 0) ctx.may('edit', 'BankDetails');
  requireWholeBrand(after);
  await keep(db, null, brand, brandFields, before); // the state before the first change is a version to come back to
  Object.assign(brand, after);
  await putOnLogos(db, brand, changed);
  brand.version += 1;
  await db.of(Brand).save(brand);
  await keep(db, ctx, brand, changed, after);
  if (bank.length > 0)
    await publish(db, {
      topic: 'bank-details.changed',
      key: `bank-details.changed:${brand.id}:${brand.version}`,
      payload: { brandId: brand.id, brandName: brand.name, by: ctx.actor.name, ibanEnd: brand.bankIban?.slice(-4) ?? null },
    });
  return brand.version;
}

/** The pictures stand on the brand itself, as they are printed on every page. Throws NotFound. */
async function putOnLogos(db: TenantDb, brand: Brand, changed: readonly BrandField[]): Promise<void> {
  if (changed.includes('logoId')) {
    const logo = brand.logoId ? await db.find(BrandLogo, brand.logoId) : null;
    brand.logo = logo?.dataUri ?? null;
    brand.logoMail = logo?.mailDataUri ?? null;
  }
  if (changed.includes('logoDarkId')) brand.logoDark = brand.logoDarkId ? (await db.find(BrandLogo, brand.logoDarkId)).dataUri : null;
}

async function keep(
  db: TenantDb,
  ctx: RequestContext | null,
  brand: Brand,
  changed: readonly BrandField[],
  fields: BrandFields,
): Promise<void> {
  await db.rows(
    `insert into brand_versions (client_id, brand_id, version, at, actor_kind, actor_id, actor_name, changed, fields)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      db.clientId,
      brand.id,
      brand.version,
      ctx ? toDate(db.clock.now()) : toDate(brand.createdAt),
      ctx?.actor.kind ?? 'system',
      ctx?.actor.id ?? null,
      ctx?.actor.name ?? '',
      changed,
      JSON.stringify(fields),
    ],
  );
}
