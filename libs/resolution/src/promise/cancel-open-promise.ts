import { toDecimal } from '@amiable/kernel';
import { move, type RequestContext, type TenantDb } from '@amiable/platform';
import { PaymentPromise } from './promise.entity';
import { promiseStates } from './promise.states';

/** A plan takes the place of a promise: nobody is told that he broke it. */
export async function cancelOpenPromise(db: TenantDb, ctx: RequestContext, caseId: string): Promise<void> {
  const promise = await db.of(PaymentPromise).findOneBy({ clientId: db.clientId, caseId, state: 'open' });
  if (!promise) return;
  const facts = { amount: toDecimal(promise.amountMinor), currency: promise.currency, dueOn: promise.dueOn.toString() };
  await move(db, ctx, promiseStates, promise, 'cancelled', { kind: 'promise.cancelled', facts });
  await db.of(PaymentPromise).save(promise);
}
