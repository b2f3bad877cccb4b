import { moveCases, type CaseState } from '@amiable/cases';
import { dayOf } from '@amiable/kernel';
import type { ReadDb, RequestContext } from '@amiable/platform';
import type { CaseKey } from './allocate-cases';

/** Closes cases on which nothing is owed any more, and opens closed ones again when money went back out. */
export async function settleCaseStates(db: ReadDb, ctx: RequestContext, keys: readonly CaseKey[]): Promise<void> {
  const rows = await db.rows<{ client_id: string; id: string; state: CaseState; open_minor: bigint; close_reason: string | null }>(
    `select c.client_id, c.id, c.state, c.open_minor, c.close_reason from jsonb_to_recordset($1::jsonb) as k(client_id uuid, case_id uuid) join cases c on c.client_id = k.client_id and c.id = k.case_id
     order by c.client_id, c.id for no key update of c`,
    [JSON.stringify(keys.map((key) => ({ client_id: key.clientId, case_id: key.caseId })))],
  );
  const day = dayOf(db.clock).toString();
  const paid = rows.filter((row) => row.state !== 'closed' && row.open_minor <= 0n);
  const owedAgain = rows.filter((row) => row.state === 'closed' && row.close_reason === 'paid' && row.open_minor > 0n);
  await moveCases(
    db,
    ctx,
    paid.map((row) => ({ clientId: row.client_id, caseId: row.id, from: row.state, closeReason: 'paid' })),
    'closed',
    'case.closed',
    day,
  );
  await moveCases(
    db,
    ctx,
    owedAgain.map((row) => ({ clientId: row.client_id, caseId: row.id, from: row.state })),
    'open',
    'case.opened',
    day,
  );
}
