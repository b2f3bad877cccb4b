import { Case, planWork } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import { Database, OutboxWorker, type TenantDb, type Work } from '@amiable/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** At the hour a debtor chose, his case comes to the desk for that call, whatever happened to it meanwhile. */
@Injectable()
export class WakeCallBacks implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxWorker,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.outbox.on('call_back.due', async (works) => {
      for (const work of works) await this.database.inTenant(work.clientId, (db) => this.wake(db, work));
    });
  }

  private async wake(db: TenantDb, { payload }: Work): Promise<void> {
    const open = await db.row<{ case_id: string }>(
      `select case_id from answers where client_id = $1 and id = $2 and kind = 'call_back' and state = 'open'`,
      [db.clientId, payload.answerId],
    );
    if (!open) return;
    await db.lock(Case, open.case_id);
    await planWork(db, { caseId: open.case_id, dueOn: dayOf(db.clock), why: 'call_back' });
  }
}
