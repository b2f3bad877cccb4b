import { Database } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { postEntries, type LedgerEntry } from '../ledger/post-entries';
import { PaymentProvider } from '../provider/payment-provider';

/** A payout holds a movement that is not recorded yet; it is tried again later. */
export class MovementNotKnownYet extends Error {}

/** Versement du prestataire: money leaves the provider's clearing and stands in the trust account, client by client. */
@Injectable()
export class RecordPayout {
  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
  ) {}

  /** Posts one entry per client; a payout that is posted already changes nothing. Throws MovementNotKnownYet. */
  async record(payoutId: string): Promise<void> {
    const payout = await this.provider.readPayout(payoutId);
    if (!payout) return;
    await this.database.acrossClientsAsWorker(async (db) => {
      await db.rows(`select pg_advisory_xact_lock(hashtext($1))`, [`payout ${payout.id}`]);
      const known = await db.rows<{ client_id: string; source_key: string }>(
        `select client_id, source_key from movements where source_key = any($1)`,
        [payout.parts.map((part) => part.sourceKey)],
      );
      const clientOf = new Map(known.map((row) => [row.source_key, row.client_id]));
      const missing = payout.parts.filter((part) => !clientOf.has(part.sourceKey));
      if (missing.length > 0) throw new MovementNotKnownYet(`payout ${payout.id} holds ${missing.length} movement(s) not recorded yet`);
      const sourceId = `${this.provider.name}:${payout.id}`;
      const posted = await db.rows<{ client_id: string }>(
        `select client_id from ledger_entries where source_kind = 'payout' and source_id = $1`,
        [sourceId],
      );
      const done = new Set(posted.map((row) => row.client_id));
      const sums = new Map<string, bigint>();
      for (const part of payout.parts)
        sums.set(clientOf.get(part.sourceKey)!, (sums.get(clientOf.get(part.sourceKey)!) ?? 0n) + part.netMinor);
      const entries: LedgerEntry[] = [...sums]
        .filter(([clientId, net]) => !done.has(clientId) && net !== 0n)
        .map(([clientId, net]) => ({
          clientId,
          book: 'trust',
          kind: 'payout',
          sourceKind: 'payout',
          sourceId,
          currency: payout.currency,
          effectiveOn: payout.arrivedOn,
          lines: [
            { account: 'BANK_TRUST', minor: net },
            { account: 'PSP_CLEARING', minor: -net },
          ],
        }));
      await postEntries(db, entries);
    });
  }
}
