import { toCursor, toGlobalId } from '@amiable/platform';
import type pg from 'pg';
import { within, type Goal, type Measure } from '../bench.types';
import { casesDocument } from '../documents';
import { GraphqlClient } from '../graphql-client';
import { openPool, peakMb, percentile, timed } from '../tools';

const pageSize = 50;
const repeats = 12;

interface List {
  readonly row: string;
  readonly order: 'newest' | 'largest' | 'rank';
  /** Sort key in SQL, its name in `cases` or `work_items`. */
  readonly by: string;
  readonly where?: string;
  readonly filter?: object;
}

/** A page of 50 at nine depths of each list through GraphQL; the limit is a plain keyset query with JSON made by the database. */
export async function listPage(): Promise<Measure[]> {
  const pool = openPool();
  const client = await GraphqlClient.open();
  const { rows: largest } = await pool.query<{ client_id: string }>(
    `select client_id from cases group by 1 order by count(*) desc limit 1`,
  );
  const { client_id: clientId } = largest[0]!;
  const lists: List[] = [
    { row: 'list: newest, all clients', order: 'newest', by: 'c.opened_on' },
    {
      row: 'list: newest, one client',
      order: 'newest',
      by: 'c.opened_on',
      where: `c.client_id = '${clientId}'`,
      filter: { clientId: toGlobalId('Client', clientId, clientId) },
    },
    { row: 'list: largest, all clients', order: 'largest', by: 'c.open_minor' },
    { row: 'list: queue', order: 'rank', by: 'w.score', where: `w.ready and w.queue = 'amicable' and w.owner_id is null` },
  ];
  const measures: Measure[] = [];
  for (const list of lists) measures.push(await measureList(pool, client, list));
  const rssMb = peakMb();
  await client.close();
  await pool.end();
  return measures.map((measure) => ({ ...measure, rssMb }));
}

async function measureList(pool: pg.Pool, client: GraphqlClient, list: List): Promise<Measure> {
  const keys = await keysAtDepths(pool, list);
  const ours: number[] = [];
  const limit: number[] = [];
  for (let n = 0; n <= repeats; n++) {
    for (const key of keys) {
      const page = { first: pageSize, after: toCursor(key) };
      const mine = await timed(() => client.ask(casesDocument, { order: list.order.toUpperCase(), page, filter: list.filter ?? {} }));
      const plain = await timed(() => pool.query(plainSql(list), key));
      if (n === 0) continue; // the first round warms up
      ours.push(mine);
      limit.push(plain);
    }
  }
  const p50 = percentile(ours, 0.5);
  const measure = { row: list.row, ours: p50, limit: percentile(limit, 0.5), unit: 'ms', better: 'less' as const };
  const goals: Goal[] = [within(2, measure)];
  return { ...measure, cost: p50, growth: 0.2, goals, note: `p95 ${percentile(ours, 0.95).toFixed(1)} ms` };
}

/** Where nine pages begin, from the top to the far end. */
async function keysAtDepths(pool: pg.Pool, { by, where, order }: List): Promise<string[][]> {
  const from = order === 'rank' ? `work_items w` : `cases c`;
  const idColumn = order === 'rank' ? 'w.case_id' : 'c.id';
  const { rows } = await pool.query<{ key: string; id: string }>(
    `with sorted as (select ${by}::text as key, ${idColumn} as id, row_number() over (order by ${by} desc, ${idColumn} desc) as n, count(*) over () as total from ${from} ${where ? `where ${where}` : ''})
     select key, id from sorted where n in (select greatest(1, total * depth / 10) from sorted, generate_series(1, 9) depth where n = 1)`,
  );
  return rows.map(({ key, id }) => [key, id]);
}

/** The same rows with the same columns, by an index in their order, without filters, wall or count. */
function plainSql({ by, where, order }: List): string {
  const queue = order === 'rank';
  const id = queue ? 'w.case_id' : 'c.id';
  const type = queue || by.endsWith('minor') ? 'bigint' : 'date';
  return `select json_agg(page) from (
    select c.id, c.reference, c.state, c.stage, c.hat, d.name as debtor, d.kind, d.city, c.open_minor, c.currency, cl.name as client, b.name as brand, b.primary_colour, own.name as owner, w.why,
      (select min(i.due_on) from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.amount_minor > i.settled_minor) as oldest, s.due_on, st.name as step
    from (select ${queue ? 'w.client_id, w.case_id, w.score' : 'c.client_id, c.id as case_id'} from ${queue ? 'work_items w' : 'cases c'}
      where ${where ? `${where} and ` : ''}(${by}, ${id}) < ($1::${type}, $2::uuid) order by ${by} desc, ${id} desc limit ${pageSize}) k
    join cases c on c.client_id = k.client_id and c.id = k.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
    join clients cl on cl.client_id = c.client_id join brands b on b.client_id = c.client_id and b.id = c.brand_id
    left join staff_users own on own.id = c.owner_id left join work_items w on w.client_id = c.client_id and w.case_id = c.id
    left join schedules s on s.client_id = c.client_id and s.case_id = c.id
    left join scenario_steps st on st.client_id = s.client_id and st.scenario_id = s.scenario_id and st.step_no = s.step_no) page`;
}
