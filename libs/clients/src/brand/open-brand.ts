import { newId, Refusal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Client } from '../client/client.entity';
import { insertBrand } from '../client/open-client';
import { readBrandWish, requireWholeBrand, type BrandFields } from './brand-fields.rules';

export interface OpenBrandInput {
  readonly name: string;
  /** The word under `/b/`: lower-case letters, digits, dashes. */
  readonly slug: string;
  readonly primaryColour: string;
  readonly senderEmail: string;
  readonly website: string;
  readonly language: string;
}

/** Not a word for an address, or one that means something of ours. */
export class SlugRefused extends Refusal {
  constructor(slug: string) {
    super('NOT_A_SLUG', { value: slug.slice(0, 40) }, 'slug');
  }
}

/** Nouvelle marque: the rest of its fields begins as the company's own. Throws Forbidden, BrandFieldRefused, SlugRefused, BrandAddressTaken. */
@Injectable()
export class OpenBrand extends UseCase<OpenBrandInput, { brandId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: OpenBrandInput): Promise<{ brandId: string }> {
    ctx.may('open', 'Client');
    const client = await db.of(Client).findOneByOrFail({ clientId: db.clientId });
    const slug = input.slug.trim().toLowerCase();
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length < 2 || slug.length > 40) throw new SlugRefused(slug);
    const brand = readBrandWish({
      name: input.name,
      primaryColour: input.primaryColour,
      secondaryColour: null,
      radius: 8,
      font: 'system',
      logoId: null,
      logoDarkId: null,
      senderName: input.name,
      senderEmail: input.senderEmail,
      replyTo: client.email,
      phone: client.phone,
      website: input.website,
      addressLine: client.addressLine,
      postcode: client.postcode,
      city: client.city,
      language: input.language,
      bankHolder: client.settlementHolder,
      bankIban: client.settlementIban,
      bankBic: null,
    }) as BrandFields;
    requireWholeBrand(brand);
    const brandId = newId();
    await insertBrand(db, brandId, { ...brand, slug, host: null });
    return { brandId };
  }
}
