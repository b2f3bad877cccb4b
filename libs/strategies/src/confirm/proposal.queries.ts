import type { ReadDb, TenantDb } from '@amiable/platform';

/** What waits for a confirmation, gathered by client, scenario and step. */
export interface ProposalGroup {
  readonly clientId: string;
  readonly clientName: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly stepNo: number;
  readonly stepName: string;
  readonly channel: 'email' | 'letter';
  readonly template: string;
  readonly cases: number;
  readonly openMinor: bigint;
  readonly currency: string;
  /** The day of the oldest. */
  readonly since: string;
}

/** One proposal, with what may stand in its way by now. */
export interface Proposal {
  readonly actionId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly debtorName: string;
  readonly openMinor: bigint;
  readonly currency: string;
  readonly dueOn: string;
  readonly caseState: 'open' | 'on_hold' | 'closed';
  readonly recipient: string | null;
}

/** Across the portfolio; led by the partial index of proposals. */
export function readProposalGroups(db: ReadDb): Promise<ProposalGroup[]> {
  return db.rows<ProposalGroup>(
    `select a.client_id as "clientId", cl.name as "clientName", a.scenario_id as "scenarioId", sc.name as "scenarioName", a.step_no as "stepNo", st.name as "stepName",
       st.channel, st.template, count(*)::int as cases, sum(c.open_minor)::bigint as "openMinor", c.currency, min(a.due_on) as since
     from actions a
     join cases c on c.client_id = a.client_id and c.id = a.case_id
     join clients cl on cl.client_id = a.client_id
     join scenarios sc on sc.client_id = a.client_id and sc.id = a.scenario_id
     join scenario_steps st on st.client_id = a.client_id and st.scenario_id = a.scenario_id and st.step_no = a.step_no
     where a.state = 'proposed' group by 1, 2, 3, 4, 5, 6, 7, 8, c.currency order by min(a.due_on), cl.name, a.step_no`,
  );
}

/** The proposals of one step, those that have waited longest first; at most `limit`. */
export function readProposals(
  db: TenantDb,
  { scenarioId, stepNo, limit }: { scenarioId: string; stepNo: number; limit: number },
): Promise<Proposal[]> {
  return db.rows<Proposal>(
    `select a.id as "actionId", c.id as "caseId", c.reference, d.name as "debtorName", c.open_minor as "openMinor", c.currency, a.due_on as "dueOn", c.state as "caseState",
       case a.channel when 'email' then d.email else nullif(concat_ws(', ', d.address_line, concat_ws(' ', d.postcode, d.city)), '') end as recipient
     from actions a join cases c on c.client_id = a.client_id and c.id = a.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
     where a.client_id = $1 and a.scenario_id = $2 and a.step_no = $3 and a.state = 'proposed' order by a.due_on, a.created_at, a.id limit $4`,
    [db.clientId, scenarioId, stepNo, limit],
  );
}
