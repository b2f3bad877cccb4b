import { toDate } from '@amiable/kernel';
import { Database } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { SyncPayments } from './sync-payments';

/** Asks the provider about payments whose message never came: open past their time, or in process for long. */
@Injectable()
export class ReconcilePayments {
  constructor(
    private readonly database: Database,
    private readonly syncing: SyncPayments,
  ) {}

  /** Answers how many payments it looked at. */
  async reconcile(): Promise<number> {
    const stale = await this.database.acrossClientsAsWorker((db) =>
      db.rows<{ client_id: string; id: string; session_id: string | null }>(
        `select client_id, id, session_id from payments where (state = 'started' and expires_at < $1 and (session_id is not null or means_id is null)) or (state = 'processing' and created_at < $1::timestamptz - interval '15 minutes') order by created_at limit 200`,
        [toDate(this.database.clock.now())],
      ),
    );
    await this.syncing.sync(stale.map((p) => ({ clientId: p.client_id, paymentId: p.id })));
    // A payment that never reached the provider cannot be paid any more: its checkout was never opened.
    const unopened = stale.filter((p) => p.session_id === null).map((p) => p.id);
    if (unopened.length > 0)
      await this.database.acrossClientsAsWorker((db) =>
        db.rows(`update payments set state = 'expired' where id = any($1) and state = 'started' and session_id is null`, [unopened]),
      );
    return stale.length;
  }
}
