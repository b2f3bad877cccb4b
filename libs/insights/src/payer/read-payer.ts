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

export interface PayerProfile extends PayerScore {
  readonly behaviour: PayerBehaviour;
  readonly external: readonly ExternalScore[];
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
  return { ...scorePayer(behaviour), behaviour, external: row!.external };
}

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
