import { joinedIds } from '@amiable/cases';
import { dayOf, type Temporal } from '@amiable/kernel';
import type { ReadDb, TenantDb } from '@amiable/platform';
import { scorePayer, type PayerBehaviour, type PayerScore } from './payer-score.rules';

/** A score somebody else gave, newest first. */
export interface ExternalScore {
  readonly source: string;
  readonly value: string;
  readonly scale: string | null;
  readonly scoredOn: string;
}

/** Encours autorisé that holds, and how much of it is used: all that the debtor owes this client, due or not. Minor units. */
export interface CreditLimit {
  readonly amountMinor: bigint;
  readonly exposureMinor: bigint;
  readonly currency: string;
  readonly source: string;
  /** The last day it holds; null: until another. */
  readonly until: string | null;
  /** Its last day has gone by: there is no limit now. */
  readonly isOver: boolean;
}

export interface PayerProfile extends PayerScore {
  readonly behaviour: PayerBehaviour;
  readonly external: readonly ExternalScore[];
  /** The last that was recorded. */
  readonly limit: CreditLimit | null;
}

/** $1 payers of their clients, $2 the day. Two years count; what is contested is not overdue. One statement over the whole set. */
const payerSql = `
select k.client_id, k.debtor_id, b.* from jsonb_to_recordset($1::jsonb) as k(client_id uuid, debtor_id uuid) cross join lateral (
with since as (select ($2::date - interval '2 years')::date as day),
paid as (
  select i.amount_minor, i.due_on, max(a.effective_on) as paid_on
  from invoices i join allocations a on a.client_id = i.client_id and a.invoice_id = i.id, since
  where i.client_id = k.client_id and i.debtor_id = k.debtor_id and i.kind = 'invoice' and i.amount_minor > 0 and i.settled_minor >= i.amount_minor
    and not exists (select from allocations n where n.client_id = i.client_id and n.invoice_id = i.id and n.source_kind = 'credit_note')
  group by i.client_id, i.id, i.amount_minor, i.due_on, since.day having max(a.effective_on) >= since.day),
its_cases as (select id from cases where client_id = k.client_id and debtor_id = k.debtor_id)
select
  (select count(*)::int from paid) as settled,
  (select count(*)::int from paid where paid_on <= due_on) as on_time,
  (select coalesce(sum(amount_minor * greatest(paid_on - due_on, 0))::float8 / nullif(sum(amount_minor), 0), 0) from paid) as days_late,
  (select row_to_json(p) from (
     select count(*) filter (where state = 'kept') as kept, count(*) filter (where state = 'partly_kept') as partly, count(*) filter (where state = 'broken') as broken
     from promises, since where client_id = k.client_id and case_id in (select id from its_cases) and made_on >= since.day) p) as promises,
  (select count(*)::int from plans, since where client_id = k.client_id and case_id in (select id from its_cases) and state = 'broken' and agreed_on >= since.day) as plans_broken,
  (select count(*)::int from movements, since where client_id = k.client_id and case_id in (select id from its_cases) and kind = 'chargeback' and effective_on >= since.day) as chargebacks,
  (select count(*)::int from disputes, since where client_id = k.client_id and case_id in (select id from its_cases) and state = 'rejected' and opened_on >= since.day) as disputes_rejected,
  (select greatest(coalesce($2::date - min(due_on), 0), 0) from invoices
   where client_id = k.client_id and debtor_id = k.debtor_id and kind = 'invoice' and amount_minor - settled_minor > disputed_minor) as oldest_overdue,
  (select coalesce(json_agg(e), '[]') from (
     select source, value, scale, scored_on as "scoredOn" from external_scores where client_id = k.client_id and debtor_id = k.debtor_id order by scored_on desc, id desc limit 10) e) as external) b`;

interface BehaviourRow {
  readonly client_id: string;
  readonly debtor_id: string;
  readonly settled: number;
  readonly on_time: number;
  readonly days_late: number;
  readonly promises: { kept: number; partly: number; broken: number };
  readonly plans_broken: number;
  readonly chargebacks: number;
  readonly disputes_rejected: number;
  readonly oldest_overdue: number;
  readonly external: ExternalScore[];
}

/** Profil payeur of one debtor, from what happened between it and this client alone. */
export async function readPayer(db: TenantDb, debtorId: string): Promise<PayerProfile> {
  const [row] = await rowsOf(db, [{ clientId: db.clientId, debtorId }], dayOf(db.clock));
  const behaviour = behaviourOf(row!);
  return { ...scorePayer(behaviour), behaviour, external: row!.external, limit: await readCreditLimit(db, debtorId) };
}

/** The credit limit of a debtor, of whichever of its joined rows, that was recorded last, with its use; null when there never was one. */
export async function readCreditLimit(db: TenantDb, debtorId: string): Promise<CreditLimit | null> {
  const row = await db.row<{
    amount_minor: bigint;
    exposure: bigint;
    currency: string;
    source: string;
    until: string | null;
    is_over: boolean;
  }>(
    `select l.amount_minor, l.currency, l.source, l.valid_until::text as until, coalesce(l.valid_until < $3::date, false) as is_over, ${exposureSql} as exposure
     from credit_limits l where l.client_id = $1 and l.debtor_id in (${joinedIds('$1', '$2')}) order by l.recorded_at desc, l.id desc limit 1`,
    [db.clientId, debtorId, dayOf(db.clock).toString()],
  );
  if (!row) return null;
  const { amount_minor: amountMinor, exposure: exposureMinor, currency, source, until, is_over: isOver } = row;
  return { amountMinor, exposureMinor, currency, source, until, isOver };
}

/** What the debtor of a limit `l`, with all its joined rows, owes this client in its currency, due or not; a debt nobody pursues any more is none. */
export const exposureSql = `(select coalesce(sum(i.amount_minor - i.settled_minor), 0)::bigint from invoices i left join cases k on k.client_id = i.client_id and k.id = i.case_id
  where i.client_id = l.client_id and i.debtor_id in (${joinedIds('l.client_id', 'l.debtor_id')}) and i.currency = l.currency and i.kind = 'invoice' and i.amount_minor > i.settled_minor and k.state is distinct from 'closed')`;

/** How many payers behaved, each towards its client, as of a day; keyed by `client debtor`. */
export async function readBehaviours(
  db: ReadDb,
  payers: readonly PayerOfClient[],
  day: Temporal.PlainDate,
): Promise<Map<string, PayerBehaviour>> {
  const rows = await rowsOf(db, payers, day);
  return new Map(rows.map((row) => [`${row.client_id} ${row.debtor_id}`, behaviourOf(row)]));
}

interface PayerOfClient {
  readonly clientId: string;
  readonly debtorId: string;
}

function rowsOf(db: ReadDb, payers: readonly PayerOfClient[], day: Temporal.PlainDate): Promise<BehaviourRow[]> {
  const keys = payers.map(({ clientId, debtorId }) => ({ client_id: clientId, debtor_id: debtorId }));
  return db.rows<BehaviourRow>(payerSql, [JSON.stringify(keys), day.toString()]);
}

function behaviourOf(row: BehaviourRow): PayerBehaviour {
  return {
    settled: row.settled,
    onTime: row.on_time,
    daysLate: row.days_late,
    promisesKept: row.promises.kept,
    promisesPartlyKept: row.promises.partly,
    promisesBroken: row.promises.broken,
    plansBroken: row.plans_broken,
    chargebacks: row.chargebacks,
    disputesRejected: row.disputes_rejected,
    oldestOverdueDays: Number(row.oldest_overdue),
  };
}
