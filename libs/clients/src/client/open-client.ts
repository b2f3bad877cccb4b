import { newId, Refusal } from '@amiable/kernel';
import type { ReadDb, TenantDb } from '@amiable/platform';
import type { FeeTier } from '../mandate/fee-tiers.rules';

/** A client company with its first brand and mandate. Colours are `#rrggbb`, percentages decimal text, amounts minor units. */
export interface NewClient {
  readonly name: string;
  readonly legalName: string;
  readonly siren: string;
  readonly vatNumber: string | null;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  readonly settlementIban: string | null;
  readonly settlementHolder: string | null;
  readonly brand: {
    readonly name: string;
    readonly slug: string;
    readonly host: string | null;
    readonly primaryColour: string;
    readonly senderEmail: string;
    readonly replyTo: string;
    readonly website: string;
    readonly language: 'fr' | 'en';
    readonly bankHolder: string | null;
    readonly bankIban: string | null;
    readonly bankBic: string | null;
  };
  readonly mandate: {
    readonly hat: 'client_name' | 'agency';
    readonly signedOn: string;
    readonly settlement: 'trust' | 'direct';
    readonly remittance: 'net' | 'gross';
    readonly feeTiers: readonly FeeTier[];
    readonly vatPercent: string;
    readonly partPayment: boolean;
    readonly longestPlanMonths: number;
    readonly channels: readonly string[];
  };
}

/** The address of the brand is another brand's already. */
export class BrandAddressTaken extends Refusal {
  constructor(address: string) {
    super('BRAND_ADDRESS_TAKEN', { address }, 'brand.slug');
  }
}

/** Nouveau client: the company, its brand with its addresses and its mandate, version 1. Throws BrandAddressTaken. */
export async function openClient(db: TenantDb, client: NewClient): Promise<{ brandId: string; mandateId: string }> {
  const { brand, mandate } = client;
  const [brandId, mandateId] = [newId(), newId()];
  await db.rows(
    `insert into clients (client_id, name, legal_name, siren, vat_number, address_line, postcode, city, email, phone, settlement_iban, settlement_holder) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      db.clientId,
      client.name,
      client.legalName,
      client.siren,
      client.vatNumber,
      client.addressLine,
      client.postcode,
      client.city,
      client.email,
      client.phone,
      client.settlementIban,
      client.settlementHolder,
    ],
  );
  await db.rows(
    `insert into brands (client_id, id, name, slug, host, primary_colour, sender_name, sender_email, reply_to, phone, website, address_line, postcode, city, language, bank_holder, bank_iban, bank_bic)
     values ($1, $2, $3, $4, $5, $6, $3, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      db.clientId,
      brandId,
      brand.name,
      brand.slug,
      brand.host,
      brand.primaryColour,
      brand.senderEmail,
      brand.replyTo,
      client.phone,
      brand.website,
      client.addressLine,
      client.postcode,
      client.city,
      brand.language,
      brand.bankHolder,
      brand.bankIban,
      brand.bankBic,
    ],
  );
  for (const address of [`path:${brand.slug}`, ...(brand.host ? [`host:${brand.host}`] : [])])
    await takeAddress(db, address, db.clientId, brandId);
  await db.rows(
    `insert into mandates (client_id, id, reference, version, hat, brand_id, signed_on, settlement, remittance, fee_tiers, vat_percent, part_payment, longest_plan_months, channels)
     values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      db.clientId,
      mandateId,
      `M-${brand.slug}`,
      mandate.hat,
      brandId,
      mandate.signedOn,
      mandate.settlement,
      mandate.remittance,
      JSON.stringify(mandate.feeTiers),
      mandate.vatPercent,
      mandate.partPayment,
      mandate.longestPlanMonths,
      mandate.channels,
    ],
  );
  return { brandId, mandateId };
}

async function takeAddress(db: ReadDb, address: string, clientId: string, brandId: string): Promise<void> {
  const taken = await db.row(
    `insert into brand_addresses (address, client_id, brand_id) values ($1, $2, $3) on conflict do nothing returning address`,
    [address, clientId, brandId],
  );
  if (!taken) throw new BrandAddressTaken(address);
}
