import {
  addressOfBrand,
  Brand,
  Client,
  lookChecks,
  proofNameOf,
  proofValueOf,
  type BrandField,
  type BrandFields,
  type LookCheck,
} from '@amiable/clients';
import { toGlobalId, type Row, type TenantDb } from '@amiable/platform';
import type { BrandEdit, BrandLookFields, BrandScreenFields } from './brand-screen.types';

/** A brand with all its fields, its logos as they are printed, and who changed what, the newest first. Throws NotFound. */
export async function readBrandScreen(db: TenantDb, brandId: string, publicUrl: string): Promise<BrandScreenFields> {
  const brand = await db.find(Brand, brandId);
  const client = await db.of(Client).findOneByOrFail({ clientId: db.clientId });
  const versions = await db.rows(
    `select version, at, actor_kind, actor_name, changed from brand_versions where client_id = $1 and brand_id = $2 order by version desc limit 30`,
    [db.clientId, brandId],
  );
  const hosts = await db.rows(
    `select id, host, token, state from brand_hosts where client_id = $1 and brand_id = $2 and state <> 'revoked' order by created_at`,
    [db.clientId, brandId],
  );
  const logoId = (id: string | null) => (id ? toGlobalId('BrandLogo', db.clientId, id) : null);
  return {
    id: toGlobalId('Brand', db.clientId, brand.id),
    clientId: toGlobalId('Client', db.clientId, db.clientId),
    clientName: client.name,
    version: brand.version,
    address: addressOfBrand(brand, publicUrl),
    name: brand.name,
    primaryColour: brand.primaryColour,
    secondaryColour: brand.secondaryColour,
    radius: brand.radius,
    font: brand.font,
    logoId: logoId(brand.logoId),
    logo: brand.logo,
    logoDarkId: logoId(brand.logoDarkId),
    logoDark: brand.logoDark,
    senderName: brand.senderName,
    senderEmail: brand.senderEmail,
    replyTo: brand.replyTo,
    phone: brand.phone,
    website: brand.website,
    addressLine: brand.addressLine,
    postcode: brand.postcode,
    city: brand.city,
    language: brand.language,
    bankHolder: brand.bankHolder,
    bankIban: brand.bankIban,
    bankBic: brand.bankBic,
    hosts: hosts.map((row: Row) => ({
      id: toGlobalId('BrandHost', db.clientId, row.id),
      host: row.host,
      state: row.state,
      recordName: proofNameOf(row.host),
      recordValue: proofValueOf(row.token),
      target: new URL(publicUrl).hostname,
    })),
    versions: versions.map((row: Row) => ({
      version: row.version,
      at: row.at,
      by: row.actor_name === '' ? null : row.actor_name,
      changed: row.version === 1 ? [] : row.changed,
    })),
  };
}

/** What the gates make of two colours while they are chosen. Throws BAD_INPUT by the caller's reading of the colours. */
export function lookOf(primary: string, secondary: string | null): BrandLookFields[] {
  return lookChecks({ primary, secondary }).map((check: LookCheck) => ({ ...check }));
}

/** The fields of an edit as the use case takes them: what is absent stays, logos by their own id. Throws NotFound. */
export function fieldsOfEdit(edit: BrandEdit, logoOf: (id: string) => string): Partial<BrandFields> {
  const fields: Partial<Record<BrandField, unknown>> = {};
  for (const [field, value] of Object.entries(edit) as Array<[BrandField, unknown]>) {
    if (value === undefined) continue;
    fields[field] = (field === 'logoId' || field === 'logoDarkId') && typeof value === 'string' ? logoOf(value) : value;
  }
  return fields as Partial<BrandFields>;
}
