import { dayOf, newId, onTargetDay, Temporal, toDate, toDecimal } from '@amiable/kernel';
import { Database, OutboxWorker, type ReadDb, type Work } from '@amiable/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SyncPayments } from '../payment/sync-payments';
import { PaymentProvider, type OffSessionCharge } from '../provider/payment-provider';
import { nextAttemptOn, noticeDays } from './collection.rules';

/** How long a collection may be on its way before the daily look asks again for it, minutes. */
const collectionMinutes = 30;

interface DueInstalment {
  readonly client_id: string;
  readonly case_id: string;
  readonly plan_id: string;
  readonly number: number;
  readonly attempts: number;
  readonly last_failure: string | null;
  readonly last_tried_on: string | null;
  readonly means_id: string;
  readonly minor: bigint;
  readonly currency: string;
  readonly language: string;
}

/**
 * Prélèvement des échéances: each due instalment of a plan with a means on file is collected exactly once. The attempt, its payment and
 * its after-effect are written together before the provider is asked; the charge has one key per payment, so that whatever is killed
 * or repeated charges once. Paid by hand meanwhile, in payment, on hold or contested: not collected.
 */
@Injectable()
export class CollectInstalments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly provider: PaymentProvider,
    private readonly outbox: OutboxWorker,
    private readonly syncing: SyncPayments,
  ) {}

  onModuleInit(): void {
    this.outbox.on('instalment.collect', (works) => this.chargeAll(works), 10);
  }

  /** Tells ahead, writes the attempts of a day, and asks again for those whose answer was lost. Answers how many attempts are new. */
  async collect(day: Temporal.PlainDate = dayOf(this.database.clock)): Promise<number> {
    return this.database.acrossClientsAsWorker(async (db) => {
      await db.rows(`select pg_advisory_xact_lock(hashtext('collect instalments'))`);
      await this.tellAhead(db, day);
      await this.askAgain(db);
      const due = (await this.dueOn(db, day)).filter((one) => isTime(one, day));
      if (due.length === 0) return 0;
      return this.begin(db, day, due);
    });
  }

  /** The oldest open instalment per plan whose banking day has come, of cases nothing else is going on with; cases are held. */
  private dueOn(db: ReadDb, day: Temporal.PlainDate): Promise<DueInstalment[]> {
    return db.rows<DueInstalment>(
      `with due as materialized (
         select p.client_id, p.case_id, p.id as plan_id, p.means_id, p.currency, n.number, n.up_to, n.amount_minor
         from plans p
         join lateral (
           select i.number, i.amount_minor, sum(i.amount_minor) over (order by i.number) as up_to, coalesce(i.collect_on, i.due_on) as collect_on
           from instalments i where i.client_id = p.client_id and i.plan_id = p.id) n on n.collect_on <= $1::date
         where p.state in ('active', 'late') and p.means_id is not null),
       held as materialized (
         select c.client_id, c.id, c.open_minor, c.debtor_id from cases c where c.state = 'open' and (c.client_id, c.id) in (select client_id, case_id from due)
         order by c.client_id, c.id for no key update of c)
       select distinct on (d.client_id, d.plan_id) d.client_id, d.case_id, d.plan_id, d.number, d.means_id, d.currency, b.language,
         least(d.amount_minor, d.up_to - g.covered_minor, h.open_minor - t.disputed)::bigint as minor,
         coalesce(a.attempts, 0)::int as attempts, a.last_failure, a.last_tried_on
       from due d
       join held h on h.client_id = d.client_id and h.id = d.case_id
       join debtors b on b.client_id = h.client_id and b.id = h.debtor_id
       join payment_means m on m.client_id = d.client_id and m.id = d.means_id and m.state = 'on_file'
       join plan_progress g on g.client_id = d.client_id and g.plan_id = d.plan_id
       join clients l on l.client_id = d.client_id and l.sending_stopped_at is null
       left join lateral (
         select count(*) as attempts, (array_agg(y.failure order by x.attempt desc))[1] as last_failure, max(x.tried_on) as last_tried_on
         from collection_attempts x join payments y on y.client_id = x.client_id and y.id = x.payment_id
         where x.client_id = d.client_id and x.plan_id = d.plan_id and x.number = d.number) a on true
       cross join lateral (select coalesce(sum(amount_minor), 0) as disputed from disputes t where t.client_id = d.client_id and t.case_id = d.case_id and t.state = 'open') t
       where d.up_to > g.covered_minor
         and not exists (select from payments y where y.client_id = d.client_id and y.case_id = d.case_id and y.state in ('started', 'processing'))
       order by d.client_id, d.plan_id, d.number`,
      [day.toString()],
    );
  }

  private async begin(db: ReadDb, day: Temporal.PlainDate, due: readonly DueInstalment[]): Promise<number> {
    const now = db.clock.now();
    const rows = due
      .filter((one) => one.minor > 0n)
      .map((one) => ({
        client_id: one.client_id,
        case_id: one.case_id,
        plan_id: one.plan_id,
        number: one.number,
        attempt: one.attempts + 1,
        payment_id: newId(),
        means_id: one.means_id,
        minor: one.minor.toString(),
        amount: toDecimal(one.minor),
        currency: one.currency,
        language: one.language,
      }));
    const begun = await db.row<{ n: number }>(
      `with r as (select * from jsonb_to_recordset($1::jsonb) as r(client_id uuid, case_id uuid, plan_id uuid, number int, attempt int, payment_id uuid, means_id uuid, minor bigint, amount text, currency text, language text)),
       paying as (
         insert into payments (client_id, id, case_id, provider, amount_minor, currency, language, state, plan_id, means_id, created_at, expires_at)
         select client_id, payment_id, case_id, $2, minor, currency, language, 'started', plan_id, means_id, $3, $4 from r returning client_id, id),
       attempts as (
         insert into collection_attempts (client_id, plan_id, number, attempt, payment_id, tried_on)
         select r.client_id, r.plan_id, r.number, r.attempt, r.payment_id, $5 from r join paying p on p.client_id = r.client_id and p.id = r.payment_id),
       effects as (
         insert into outbox (client_id, topic, dedup_key, payload, not_before)
         select client_id, 'instalment.collect', 'collect:' || payment_id, jsonb_build_object('paymentId', payment_id), $3 from r),
       told as (
         insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_name, facts)
         select client_id, case_id, 'instalment.collecting', $3, 'system', 'Amiable', jsonb_build_object('amount', amount, 'currency', currency, 'number', number, 'attempt', attempt) from r)
       select count(*)::int as n from paying`,
      [JSON.stringify(rows), this.provider.name, toDate(now), toDate(now.add({ minutes: collectionMinutes })), day.toString()],
    );
    return begun?.n ?? 0;
  }

  /** Whoever is collected from is told some days before, once for each instalment. */
  private async tellAhead(db: ReadDb, day: Temporal.PlainDate): Promise<void> {
    await db.rows(
      `with ahead as (
         select p.client_id, p.id as plan_id, i.number, coalesce(i.collect_on, i.due_on) as collect_on
         from plans p join instalments i on i.client_id = p.client_id and i.plan_id = p.id
         join plan_progress g on g.client_id = p.client_id and g.plan_id = p.id
         where p.state in ('active', 'late') and p.means_id is not null and coalesce(i.collect_on, i.due_on) between $1::date + 1 and $1::date + $3::int
           and (select sum(x.amount_minor) from instalments x where x.client_id = i.client_id and x.plan_id = i.plan_id and x.number <= i.number) > g.covered_minor),
       noted as (
         insert into plan_notices (client_id, plan_id, number, kind, told_on) select client_id, plan_id, number, 'ahead', $1 from ahead
         on conflict do nothing returning client_id, plan_id, number)
       insert into outbox (client_id, topic, dedup_key, payload, not_before)
       select n.client_id, 'plan.message', 'plan:' || n.plan_id || ':ahead:' || n.number,
         jsonb_build_object('planId', n.plan_id, 'kind', 'ahead', 'number', n.number, 'day', a.collect_on), $2
       from noted n join ahead a using (client_id, plan_id, number) on conflict do nothing`,
      [day.toString(), toDate(db.clock.now()), noticeDays],
    );
  }

  /** A collection whose after-effect was given up is asked for once more: it holds its case until its outcome is known. */
  private async askAgain(db: ReadDb): Promise<void> {
    await db.rows(
      `update outbox o set dead_at = null, attempts = 0, not_before = $2 from payments p
       where o.topic = 'instalment.collect' and o.dead_at < $1 and p.client_id = o.client_id and p.id = (o.payload->>'paymentId')::uuid and p.state = 'started'`,
      [toDate(db.clock.now().subtract({ hours: 1 })), toDate(db.clock.now())],
    );
  }

  private async chargeAll(works: readonly Work[]): Promise<Map<string, Error>> {
    const failures = new Map<string, Error>();
    for (const work of works)
      await this.charge(work.clientId, work.payload.paymentId, work.attempts).catch((error: Error) => failures.set(work.id, error));
    return failures;
  }

  /** Charges one begun collection and writes down what the provider says of it; once more changes nothing. */
  async charge(clientId: string, paymentId: string, tries = 1): Promise<void> {
    const charge = await this.database.inTenant(clientId, async (db) => {
      const row = await db.row<{
        amount_minor: bigint;
        currency: string;
        customer_ref: string;
        method_ref: string;
        kind: 'card' | 'sepa_debit';
        label: string;
        session_id: string | null;
        state: string;
      }>(
        `select p.amount_minor, p.currency, p.session_id, p.state, m.customer_ref, m.method_ref, m.kind, b.name || ' – ' || c.reference as label
         from payments p join payment_means m on m.client_id = p.client_id and m.id = p.means_id
         join cases c on c.client_id = p.client_id and c.id = p.case_id join brands b on b.client_id = c.client_id and b.id = c.brand_id
         where p.client_id = $1 and p.id = $2`,
        [clientId, paymentId],
      );
      return row;
    });
    if (!charge) return;
    if (!charge.session_id) {
      const asked: OffSessionCharge = {
        idempotencyKey: `collect-${clientId}-${paymentId}`,
        clientId,
        paymentId,
        amountMinor: charge.amount_minor,
        currency: charge.currency,
        label: charge.label,
        means: { customerRef: charge.customer_ref, methodRef: charge.method_ref, kind: charge.kind },
      };
      // A key lives a day at the provider: after a lost answer the charge itself is looked for first.
      const objectId = (tries > 1 ? await this.provider.findOffSession(asked) : null) ?? (await this.provider.chargeOffSession(asked));
      await this.database.inTenant(clientId, async (db) => {
        await db.rows(`update payments set session_id = $3 where client_id = $1 and id = $2`, [clientId, paymentId, objectId]);
        await db.rows(
          `insert into provider_objects (provider, object_id, client_id, payment_id) values ($1, $2, $3, $4) on conflict do nothing`,
          [this.provider.name, objectId, clientId, paymentId],
        );
      });
    }
    const failed = await this.syncing.sync([{ clientId, paymentId }]);
    if (failed.size > 0) throw failed.get(paymentId)!;
  }
}

/** A first try on its day; another one only when the bank's answer gives hope, some banking days later. */
function isTime(one: DueInstalment, day: Temporal.PlainDate): boolean {
  if (onTargetDay(day).toString() !== day.toString()) return false;
  if (one.attempts === 0) return true;
  const next = nextAttemptOn(one.attempts, one.last_failure, Temporal.PlainDate.from(one.last_tried_on!));
  return next !== null && Temporal.PlainDate.compare(next, day) <= 0;
}
