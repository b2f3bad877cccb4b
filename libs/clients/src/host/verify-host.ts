import { requireMove, toDate } from '@amiable/kernel';
import { Database, Performer, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { Brand } from '../brand/brand.entity';
import { BrandAddressTaken, takeAddress } from '../client/open-client';
import { BrandHost } from './brand-host.entity';
import { brandHostStates } from './brand-host.states';
import { HostRefused } from './host.errors';
import { proofNameOf, proofValueOf } from './host-name.rules';
import { TxtRecords } from './txt-records';

/** Nom d'hôte prouvé: from now on the brand lives there, and every address in mails and letters says so. Throws Forbidden, NotFound, NoSuchTransition, HostRefused. */
@Injectable()
export class VerifyHost extends UseCase<{ hostId: string; proved: boolean }, { hostId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { hostId, proved }: { hostId: string; proved: boolean }): Promise<{ hostId: string }> {
    const claim = await db.lock(BrandHost, hostId);
    const brand = await db.lock(Brand, claim.brandId);
    ctx.may('edit', brand);
    requireMove(brandHostStates, claim.state, 'verified');
    if (!proved) throw new HostRefused('HOST_PROOF_MISSING', { name: proofNameOf(claim.host) });
    await takeAddress(db, `host:${claim.host}`, db.clientId, brand.id).catch((error: Error) => {
      throw error instanceof BrandAddressTaken ? new HostRefused('HOST_TAKEN', { host: claim.host }) : error;
    });
    await db.rows(`update brand_hosts set state = 'verified', verified_at = $3 where client_id = $1 and id = $2`, [
      db.clientId,
      hostId,
      toDate(db.clock.now()),
    ]);
    await db.rows(`update brands set host = $3 where client_id = $1 and id = $2`, [db.clientId, brand.id, claim.host]);
    return { hostId };
  }
}

/** Looks for the proof in the DNS, outside of any transaction, and then moves. */
@Injectable()
export class ProveHost {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly verifying: VerifyHost,
    private readonly records: TxtRecords,
  ) {}

  /** Throws NotFound, Forbidden, HostRefused: HOST_PROOF_MISSING, HOST_TAKEN, DNS_UNAVAILABLE. */
  async prove(ctx: RequestContext, clientId: string, hostId: string): Promise<void> {
    ctx.enter(clientId);
    const claim = await this.database.inTenant(clientId, (db) => db.find(BrandHost, hostId));
    const found = claim.state === 'pending' ? await this.records.of(proofNameOf(claim.host)) : [];
    await this.performer.perform(ctx, clientId, this.verifying, { hostId, proved: found.includes(proofValueOf(claim.token)) });
  }
}
