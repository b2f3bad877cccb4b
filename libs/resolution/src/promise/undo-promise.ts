import { Case, NothingToUndo, restoreWork, type FormerWork } from '@amiable/cases';
import { toDate, toDecimal } from '@amiable/kernel';
import { RecallMessage } from '@amiable/outreach';
import { move, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { PaymentPromise } from './promise.entity';
import { undoSeconds } from './promise.rules';
import { promiseStates } from './promise.states';

/**
 * Promesse annulée aussitôt: whoever recorded it takes it back within some seconds, as long as no confirmation has left the house. Its
 * message is recalled with it, and the case is in the queue as it was. Throws NothingToUndo.
 */
@Injectable()
export class UndoPromise extends UseCase<{ readonly caseId: string }, { caseId: string }> {
  constructor(private readonly recalling: RecallMessage) {
    super();
  }

  async run(ctx: RequestContext, db: TenantDb, { caseId }: { readonly caseId: string }) {
    const theCase = await db.lock(Case, caseId);
    ctx.may('promise', theCase);
    const promise = await db.of(PaymentPromise).findOneBy({ clientId: db.clientId, caseId, state: 'open' });
    const age = promise ? db.clock.now().since(promise.createdAt).total('seconds') : Infinity;
    if (!promise || promise.staffId === null || promise.staffId !== ctx.actor.id || age > undoSeconds) throw new NothingToUndo();
    const messages = await db.rows<{ id: string; state: string }>(
      `select id, state from messages where client_id = $1 and case_id = $2 and template = 'promise_confirmation' and created_at >= $3`,
      [db.clientId, caseId, toDate(promise.createdAt)],
    );
    if (messages.some(({ state }) => state === 'sent')) throw new NothingToUndo();
    for (const { id, state } of messages) if (state === 'queued') await this.recalling.run(ctx, db, { messageId: id });
    const facts = { amount: toDecimal(promise.amountMinor), currency: promise.currency, dueOn: promise.dueOn.toString() };
    await move(db, ctx, promiseStates, promise, 'cancelled', { kind: 'promise.cancelled', facts });
    await db.of(PaymentPromise).save(promise);
    const recorded = await db.row<{ facts: { former?: FormerWork | null } }>(
      `select facts from timeline_events where client_id = $1 and case_id = $2 and kind = 'promise.recorded' order by at desc, id desc limit 1`,
      [db.clientId, caseId],
    );
    if (recorded?.facts.former) await restoreWork(db, caseId, recorded.facts.former);
    return { caseId };
  }
}
