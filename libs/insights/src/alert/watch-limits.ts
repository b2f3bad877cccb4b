import { dayOf } from '@amiable/kernel';
import { Database, OutboxWorker, type Work } from '@amiable/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Concerned } from './follow-exposures';
import { holdAlerts, raiseLimitAlerts } from './raise-limit-alerts';

/** Limites surveillées: looks at limits when something happens to what is owed, many happenings at a time; looking twice tells nothing twice. */
@Injectable()
export class WatchLimits implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.outbox.on('exposure.changed', (works) => this.look(works), 500);
  }

  private async look(works: readonly Work[]): Promise<void> {
    await this.database.acrossClientsAsWorker(async (db) => {
      await holdAlerts(db);
      await raiseLimitAlerts(db, dayOf(db.clock), concernedBy(works));
    });
  }
}

/** A client of whom any debtor may be concerned is looked at as a whole, once. */
function concernedBy(works: readonly Work[]): Concerned[] {
  const whole = new Set(works.filter(({ payload }) => !payload.debtorIds).map(({ clientId }) => clientId));
  const single = works
    .filter(({ clientId }) => !whole.has(clientId))
    .flatMap(({ clientId, payload }) => (payload.debtorIds as string[]).map((debtorId) => ({ clientId, debtorId })));
  return [...[...whole].map((clientId) => ({ clientId, debtorId: null })), ...single];
}
