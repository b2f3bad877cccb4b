import { newId, Refusal } from '@amiable/kernel';
import type { ReadDb, TenantDb } from '@amiable/platform';
import type { FeeTier } from '../mandate/fee-tiers.rules';
import type { MandateTerms } from '../mandate/mandate-terms.rules';

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
    readonly language: string;
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
  await insertCompany(db, client);
  await insertBrand(db, brandId, {
    ...brand,
    senderName: brand.name,
    phone: client.phone,
    addressLine: client.addressLine,
    postcode: client.postcode,
    city: client.city,
  });
  await insertMandate(db, { id: mandateId, reference: `M-${brand.slug}`, version: 1, brandId, smallestPaymentMinor: 100n, ...mandate });
  return { brandId, mandateId };
}

type NewCompany = Omit<NewClient, 'brand' | 'mandate'>;

/** The company's row, with the id the transaction was opened for. */
export async function insertCompany(db: TenantDb, company: NewCompany): Promise<void> {
  await db.rows(
    `insert into clients (client_id, name, legal_name, siren, vat_number, address_line, postcode, city, email, phone, settlement_iban, settlement_holder) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      db.clientId,
      company.name,
      company.legalName,
      company.siren,
      company.vatNumber,
      company.addressLine,
      company.postcode,
      company.city,
      company.email,
      company.phone,
      company.settlementIban,
      company.settlementHolder,
    ],
  );
}

type NewBrand = NewClient['brand'] & {
  readonly senderName: string;
  readonly phone: string;
  readonly addressLine: string;
  readonly postcode: string;
  readonly city: string;
};

/** The brand's row and the addresses it is found by. Throws BrandAddressTaken. */
export async function insertBrand(db: TenantDb, brandId: string, brand: NewBrand): Promise<void> {
  await db.rows(
    `insert into brands (client_id, id, name, slug, host, primary_colour, sender_name, sender_email, reply_to, phone, website, address_line, postcode, city, language, bank_holder, bank_iban, bank_bic)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      db.clientId,
      brandId,
      brand.name,
      brand.slug,
      brand.host,
      brand.primaryColour,
      brand.senderName,
      brand.senderEmail,
      brand.replyTo,
      brand.phone,
      brand.website,
      brand.addressLine,
      brand.postcode,
      brand.city,
      brand.language,
      brand.bankHolder,
      brand.bankIban,
      brand.bankBic,
    ],
  );
  for (const address of [`path:${brand.slug}`, ...(brand.host ? [`host:${brand.host}`] : [])])
    await takeAddress(db, address, db.clientId, brandId);
}

/** One version of a mandate; what it does not say stands as the table's defaults. */
export async function insertMandate(
  db: TenantDb,
  mandate: MandateTerms & { readonly id: string; readonly reference: string; readonly version: number; readonly brandId: string },
): Promise<void> {
  const { plan, late, limits } = mandate;
  const columns: Readonly<Record<string, unknown>> = {
    client_id: db.clientId,
    id: mandate.id,
    reference: mandate.reference,
    version: mandate.version,
    hat: mandate.hat,
    brand_id: mandate.brandId,
    signed_on: mandate.signedOn,
    settlement: mandate.settlement,
    remittance: mandate.remittance,
    fee_tiers: JSON.stringify(mandate.feeTiers),
    vat_percent: mandate.vatPercent,
    part_payment: mandate.partPayment,
    smallest_payment_minor: mandate.smallestPaymentMinor,
    longest_plan_months: mandate.longestPlanMonths,
    channels: mandate.channels,
    ...(plan && {
      plan_smallest_instalment_minor: plan.smallestInstalmentMinor,
      plan_smallest_first_minor: plan.smallestFirstMinor,
      plan_first_within_days: plan.firstWithinDays,
      plan_frequencies: plan.frequencies,
      plan_skips: plan.skips,
      plan_moves: plan.moves,
      plan_longest_move_days: plan.longestMoveDays,
      plan_rounding: plan.rounding,
      plan_grace_days: plan.graceDays,
      plan_approver: plan.approver,
      plan_answer_days: plan.answerDays,
    }),
    ...(limits && {
      promise_days: limits.promiseDays,
      payment_run_days: limits.paymentRunDays,
      dispute_answer_days: limits.disputeAnswerDays,
      promise_grace_days: limits.promiseGraceDays,
      promise_tolerance_percent: limits.promiseTolerancePercent,
    }),
    ...(late && { late_interest: late.interest, late_indemnity: late.indemnity, penalty_percent: late.penaltyPercent }),
  };
  const names = Object.keys(columns);
  await db.rows(
    `insert into mandates (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(columns),
  );
}

/** Throws BrandAddressTaken. */
export async function takeAddress(db: ReadDb, address: string, clientId: string, brandId: string): Promise<void> {
  const taken = await db.row(
    `insert into brand_addresses (address, client_id, brand_id) values ($1, $2, $3) on conflict do nothing returning address`,
    [address, clientId, brandId],
  );
  if (!taken) throw new BrandAddressTaken(address);
}
