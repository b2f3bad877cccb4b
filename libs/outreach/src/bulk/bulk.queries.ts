import { NotFound, toDate } from '@amiable/kernel';
import type { ReadDb, RequestContext } from '@amiable/platform';
import { exclusionOf } from './bulk-exclusions.sql';
import type { BulkActKind, BulkCase, BulkExclusion, BulkInput, BulkProgress } from './bulk.types';

const asRows = (cases: readonly BulkCase[]): string =>
  JSON.stringify(cases.map(({ clientId, caseId }) => ({ client_id: clientId, id: caseId })));

/** What an act would do to a set: which cases it takes, which it leaves out and why. */
export async function previewBulk(
  db: ReadDb,
  act: BulkActKind,
  input: BulkInput,
  cases: readonly BulkCase[],
): Promise<{ included: number; excluded: BulkExclusion[] }> {
  const rows = await db.rows<{ reason: string | null; count: number; examples: string[] }>(
    `with judged as (
       select ${exclusionOf(act, '$2::jsonb', '$3::timestamptz')} as reason, c.reference
       from jsonb_to_recordset($1::jsonb) as s(client_id uuid, id uuid) join cases c on c.client_id = s.client_id and c.id = s.id where $2::jsonb is not null and $3::timestamptz is not null)
     select reason, count(*)::int as count, (array_agg(reference order by reference))[1:3] as examples from judged group by 1 order by 2 desc, 1`,
    [asRows(cases), JSON.stringify(input), toDate(db.clock.now())],
  );
  return {
    included: rows.find(({ reason }) => reason === null)?.count ?? 0,
    excluded: rows.flatMap(({ reason, count, examples }) => (reason === null ? [] : [{ reason, count, examples }])),
  };
}

/** How far an act of the one who asks has come. Throws NotFound for another's. */
export async function readBulkProgress(db: ReadDb, ctx: RequestContext, bulkId: string): Promise<BulkProgress> {
  const act = await db.row<{ act: BulkActKind; undone: boolean; fresh: boolean }>(
    `select act, undone_at is not null as undone, created_at > $3::timestamptz - interval '1 day' as fresh from bulk_acts where id::text = $1 and staff_id = $2`,
    [bulkId, ctx.actor.id, toDate(db.clock.now())],
  );
  if (!act) throw new NotFound('BulkAct');
  const rows = await db.rows<{ state: string; reason: string | null; count: number; examples: string[] }>(
    `select p.state, case when p.state = 'excluded' then p.reason end as reason, count(*)::int as count, (array_agg(c.reference order by c.reference))[1:3] as examples
     from bulk_pieces p join cases c on c.client_id = p.client_id and c.id = p.case_id where p.bulk_id = $1 group by 1, 2 order by 3 desc`,
    [bulkId],
  );
  const count = (state: string): number => rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0);
  return {
    bulkId,
    act: act.act,
    total: rows.reduce((sum, row) => sum + row.count, 0),
    done: count('done'),
    waiting: count('waiting'),
    undone: count('undone'),
    excluded: rows.flatMap(({ state, reason, count: n, examples }) =>
      state === 'excluded' ? [{ reason: reason ?? '', count: n, examples }] : [],
    ),
    canUndo: !act.undone && act.fresh && count('done') > 0 && count('waiting') === 0,
  };
}
