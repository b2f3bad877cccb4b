import { dayOf, newId } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Brand } from '../brand/brand.entity';
import { Client } from '../client/client.entity';
import { insertMandate } from '../client/open-client';
import { requireSoundTerms, type MandateTerms } from './mandate-terms.rules';

export interface SignMandateInput {
  readonly brandId: string;
  readonly terms: MandateTerms;
}

/**
 * Mandat signé: a new version of the contract for this brand; cases keep the version they were opened under (R124-3 CPCE).
 * Throws Forbidden, NotFound, MandateRefused.
 */
@Injectable()
export class SignMandate extends UseCase<SignMandateInput, { mandateId: string; version: number }> {
  async run(ctx: RequestContext, db: TenantDb, { brandId, terms }: SignMandateInput): Promise<{ mandateId: string; version: number }> {
    ctx.may('open', 'Client');
    const brand = await db.lock(Brand, brandId);
    const client = await db.of(Client).findOneByOrFail({ clientId: db.clientId });
    requireSoundTerms(terms, {
      today: dayOf(db.clock),
      hasSettlementIban: client.settlementIban !== null,
      hasBankDetails: brand.bankIban !== null && brand.bankHolder !== null,
    });
    // The next version of the contract of this brand, under the reference it has.
    const former = await db.row<{ reference: string; version: number }>(
      `select reference, version from mandates where client_id = $1 and brand_id = $2 order by created_at desc, version desc limit 1`,
      [db.clientId, brandId],
    );
    const reference = former?.reference ?? `M-${brand.slug}`;
    const version = (former?.version ?? 0) + 1;
    const mandateId = newId();
    await insertMandate(db, { id: mandateId, reference, version, brandId, ...terms });
    return { mandateId, version };
  }
}
