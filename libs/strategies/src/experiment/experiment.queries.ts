import { dayOf } from '@amiable/kernel';
import type { TenantDb } from '@amiable/platform';
import type { Arm, ArmResult } from './experiment.rules';

/** A trial and what became of its arms. */
export interface Experiment {
  readonly id: string;
  readonly name: string;
  readonly championName: string;
  readonly challengerName: string | null;
  readonly challengerPercent: number;
  readonly holdoutPercent: number;
  readonly horizonDays: number;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly arms: readonly ArmResult[];
}

/** A case counts once its days are over: paid when what was allocated to it in them, by us or by the client, covers what was open when it was drawn. */
const armsSql = `
select x.experiment_id, x.arm, count(*)::int as cases,
  count(*) filter (where x.assigned_on + e.horizon_days <= $2::date)::int as observed,
  count(*) filter (where x.assigned_on + e.horizon_days <= $2::date and paid.minor >= x.open_minor)::int as paid
from experiment_cases x join experiments e on e.client_id = x.client_id and e.id = x.experiment_id
cross join lateral (
  select coalesce(sum(a.amount_minor), 0) as minor from invoices i join allocations a on a.client_id = i.client_id and a.invoice_id = i.id
  where i.client_id = x.client_id and i.case_id = x.case_id and a.source_kind <> 'credit_note' and a.effective_on between x.assigned_on and x.assigned_on + e.horizon_days) paid
where x.client_id = $1 group by 1, 2`;

/** All trials of the client, the running one first. */
export async function readExperiments(db: TenantDb): Promise<Experiment[]> {
  const rows = await db.rows<Omit<Experiment, 'arms'>>(
    `select e.id, e.name, champion.name as "championName", challenger.name as "challengerName", e.challenger_percent as "challengerPercent",
       e.holdout_percent as "holdoutPercent", e.horizon_days as "horizonDays", e.started_on as "startedOn", e.ended_on as "endedOn"
     from experiments e
     cross join lateral (select s.name from scenarios s where s.client_id = e.client_id and s.line_id = e.line_id order by s.version desc limit 1) champion
     left join lateral (select s.name from scenarios s where s.client_id = e.client_id and s.line_id = e.challenger_line_id order by s.version desc limit 1) challenger on true
     where e.client_id = $1 order by e.ended_on nulls first, e.started_on desc, e.id desc`,
    [db.clientId],
  );
  const arms = await db.rows<ArmResult & { experiment_id: string }>(armsSql, [db.clientId, dayOf(db.clock).toString()]);
  const none = (arm: Arm): ArmResult => ({ arm, cases: 0, observed: 0, paid: 0 });
  return rows.map((row) => ({
    ...row,
    arms: (['champion', 'challenger', 'holdout'] as const)
      .filter((arm) => arm === 'champion' || (arm === 'challenger' ? row.challengerPercent > 0 : row.holdoutPercent > 0))
      .map((arm) => arms.find((known) => known.experiment_id === row.id && known.arm === arm) ?? none(arm)),
  }));
}
