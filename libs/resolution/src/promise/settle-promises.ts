import { dayOf, requireMove, Temporal, toDate, toDecimal } from '@amiable/kernel';
import type { ReadDb, RequestContext } from '@amiable/platform';
import { judgePromise } from './promise.rules';
import { promiseStates, type PromiseState } from './promise.states';

interface OpenPromise {
  client_id: string;
  case_id: string;
  id: string;
  state: 'open' | 'kept';
  amount_minor: bigint;
  paid_minor: bigint;
  paid_now: bigint;
  tolerance_minor: bigint;
  currency: string;
  due_on: string;
  grace_days: number;
}

/** Checks the promises of some cases against the money that came or went: kept as soon as all is paid, and no more when it goes back in its time. */
export async function settlePromises(
  db: ReadDb,
  ctx: RequestContext,
  cases: ReadonlyArray<{ clientId: string; caseId: string }>,
): Promise<void> {
  const open = await promisesToJudge(
    db,
    `join jsonb_to_recordset($1::jsonb) as k(client_id uuid, case_id uuid) on k.client_id = p.client_id and k.case_id = p.case_id
     where p.state = 'open' or (p.state = 'kept' and p.due_on + p.grace_days >= $2::date)`,
    [JSON.stringify(cases.map((c) => ({ client_id: c.clientId, case_id: c.caseId }))), dayOf(db.clock).toString()],
  );
  await judge(db, ctx, open, dayOf(db.clock));
}

/** Judges every open promise whose day and grace are over: kept, partly kept or broken; a set, over all clients. Answers how many. */
export async function judgeDuePromises(db: ReadDb, ctx: RequestContext, day: Temporal.PlainDate): Promise<number> {
  const due = await promisesToJudge(db, `where p.state = 'open' and p.due_on + p.grace_days < $1::date`, [day.toString()]);
  return judge(db, ctx, due, day);
}

function promisesToJudge(db: ReadDb, restriction: string, params: readonly unknown[]): Promise<OpenPromise[]> {
  return db.rows<OpenPromise>(
    `select p.client_id, p.case_id, p.id, p.state, p.amount_minor, p.paid_minor, p.currency, p.due_on, p.grace_days, p.tolerance_minor,
       greatest(case when p.invoice_ids is null
         then coalesce((select sum(m.amount_minor) from movements m where m.client_id = p.client_id and m.case_id = p.case_id
           and m.effective_on between p.made_on and p.due_on + p.grace_days), 0)
         -- Of a promise for some invoices: what was allocated to them, by us or by the client; not what was credited.
         else coalesce((select sum(a.amount_minor) from allocations a where a.client_id = p.client_id and a.invoice_id = any(p.invoice_ids)
           and a.source_kind <> 'credit_note' and a.effective_on between p.made_on and p.due_on + p.grace_days), 0) end, 0)::bigint as paid_now
     from promises p ${restriction} order by p.client_id, p.id for no key update of p`,
    params,
  );
}

async function judge(db: ReadDb, ctx: RequestContext, promises: readonly OpenPromise[], today: Temporal.PlainDate): Promise<number> {
  const judged = promises
    .map((p) => {
      const facts = {
        amountMinor: p.amount_minor,
        paidMinor: p.paid_now,
        toleranceMinor: p.tolerance_minor,
        dueOn: Temporal.PlainDate.from(p.due_on),
        graceDays: p.grace_days,
      };
      const state = judgePromise(facts, today);
      // Its money went back: nobody waits for the day any more.
      const fell = p.state === 'kept' && state === 'open';
      return { ...p, former: p.state, state: fell ? (p.paid_now > 0n ? 'partly_kept' : 'broken') : state } as const;
    })
    .filter((p) => p.state !== p.former || p.paid_now !== p.paid_minor);
  if (judged.length === 0) return 0;
  for (const { former, state } of judged) if (state !== former) requireMove<PromiseState>(promiseStates, former, state);
  await db.rows(
    `with j as (select * from jsonb_to_recordset($1::jsonb) as j(client_id uuid, case_id uuid, id uuid, former text, state text, paid bigint, facts jsonb)),
     judged as (update promises p set state = j.state, paid_minor = j.paid from j where p.client_id = j.client_id and p.id = j.id),
     work as (
       -- A broken promise is the best reason to call: the case comes back to the queue at once.
       update work_items w set ready = true, due_on = $3, why = 'broken_promise', score = case_score(c.open_minor, 0, 'broken_promise')
       from j join cases c on c.client_id = j.client_id and c.id = j.case_id
       where j.state <> j.former and j.state in ('broken', 'partly_kept') and w.client_id = j.client_id and w.case_id = j.case_id)
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
     select client_id, case_id, 'promise.' || state, $2, 'system', $4, facts from j where state <> former`,
    [
      JSON.stringify(
        judged.map((p) => ({
          client_id: p.client_id,
          case_id: p.case_id,
          id: p.id,
          former: p.former,
          state: p.state,
          paid: p.paid_now.toString(),
          facts: { amount: toDecimal(p.amount_minor), paid: toDecimal(p.paid_now), currency: p.currency, dueOn: p.due_on },
        })),
      ),
      toDate(db.clock.now()),
      today.toString(),
      ctx.actor.name,
    ],
  );
  return judged.filter((p) => p.state !== p.former).length;
}
