import { systemClock, dayOf } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { planDueSteps, RunDay } from '@amiable/strategies';
import type pg from 'pg';
import { within, type Measure, type RowTask } from '../bench.types';
import { openDatabase, openPool, peakMb, timed } from '../tools';

/** One statement with the same effects on every case that is due: no condition of law, contract or case is asked. */
const plainSql = `
with steps as materialized (
  select client_id, scenario_id, step_no, channel, template, stage, lead(step_no) over one as next_no, lead(days_from_due) over one - days_from_due as gap
  from scenario_steps window one as (partition by client_id, scenario_id order by step_no)),
due as materialized (
  select s.client_id, s.case_id, s.scenario_id, s.round, s.step_no, st.channel, st.template, st.stage, st.next_no, st.gap
  from schedules s join steps st on st.client_id = s.client_id and st.scenario_id = s.scenario_id and st.step_no = s.step_no where s.due_on <= $1::date),
acted as (
  insert into actions (client_id, case_id, scenario_id, round, step_no, channel, template, due_on, state)
  select client_id, case_id, scenario_id, round, step_no, channel, template, $1::date, 'due' from due returning client_id, id, case_id, channel, template),
queued as (
  insert into messages (client_id, case_id, action_id, channel, template, state, not_before)
  select client_id, case_id, id, channel, template, 'queued', now() from acted where channel <> 'call' returning client_id, id, channel),
effects as (
  insert into outbox (client_id, topic, dedup_key, payload, not_before)
  select client_id, channel || '.send', 'message:' || id, jsonb_build_object('messageId', id), now() from queued),
calls as (
  insert into work_items as w (client_id, case_id, queue, owner_id, ready, due_on, why, score)
  select c.client_id, c.id, c.queue, c.owner_id, true, $1::date, 'call_step', case_score(c.open_minor, 30, 'call_step')
  from acted a join cases c on c.client_id = a.client_id and c.id = a.case_id where a.channel = 'call'
  on conflict (client_id, case_id) do update set ready = true, due_on = excluded.due_on, why = excluded.why, score = excluded.score),
moved as (
  update schedules s set step_no = due.next_no, due_on = $1::date + due.gap from due
  where s.client_id = due.client_id and s.case_id = due.case_id and due.next_no is not null),
ended as (delete from schedules s using due where s.client_id = due.client_id and s.case_id = due.case_id and due.next_no is null),
staged as (
  update cases c set stage = due.stage from due where c.client_id = due.client_id and c.id = due.case_id and c.stage <> due.stage)
select count(*) from due`;

const touched = 'schedules, actions, messages, outbox, cases, work_items, run_skips';
const undo = new Error('rolled back on purpose');

/** The day's work on one case in twenty, committed, and on every case at once, rolled back so that it can be done again. */
export async function dailyRun({ cases }: RowTask): Promise<Measure[]> {
  const owner = openPool(undefined, 1);
  const worker = openPool('amiable_worker', 1);
  const database = openDatabase();
  const today = dayOf(systemClock);
  const rounds = cases > 200_000 ? 2 : 3;
  await owner.query(`vacuum analyze ${touched}`);

  const oneDay = { ours: [] as number[], limit: [] as number[], cpu: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const [plainDay, ourDay] = [today.add({ days: 1 + 2 * round }), today.add({ days: 2 + 2 * round })];
    const plainDue = await countDue(owner, plainDay.toString());
    oneDay.limit.push((await timed(() => worker.query(plainSql, [plainDay.toString()]))) / plainDue);
    const due = await countDue(owner, ourDay.toString());
    const before = process.cpuUsage();
    oneDay.ours.push((await timed(() => new RunDay(database).run(ourDay))) / due);
    const spent = process.cpuUsage(before);
    oneDay.cpu.push((spent.user + spent.system) / 1_000);
  }

  const allDue = { ours: [] as number[], limit: [] as number[], cpu: [] as number[] };
  const last = today.add({ days: 60 }).toString();
  const total = await countDue(owner, last);
  for (let round = 0; round < rounds - 1; round++) {
    await owner.query(`vacuum analyze ${touched}`);
    const before = process.cpuUsage();
    allDue.ours.push(
      (await timed(() => undone(database.acrossClientsAsWorker((db: ReadDb) => planDueSteps(db, last).then(() => Promise.reject(undo)))))) /
        total,
    );
    const spent = process.cpuUsage(before);
    allDue.cpu.push((spent.user + spent.system) / 1_000);
    await owner.query(`vacuum analyze ${touched}`);
    allDue.limit.push((await timed(() => rolledBack(worker, last))) / total);
  }
  await Promise.all([owner.end(), worker.end(), database.close()]);
  const rssMb = peakMb();
  return [measureOf('daily run, 1 case in 20 due', oneDay, rssMb, cases / 25), measureOf('daily run, all due', allDue, rssMb, total)];
}

/** `ms` of one case each; the median round counts. */
function measureOf(
  row: string,
  { ours, limit, cpu }: { ours: number[]; limit: number[]; cpu: number[] },
  rssMb: number,
  due: number,
): Measure {
  const measure = { row, ours: 1_000 / middle(ours), limit: 1_000 / middle(limit), unit: 'cases/s', better: 'more' as const };
  const nodeMs = Math.min(...cpu);
  return {
    ...measure,
    rssMb,
    cost: middle(ours) * due,
    growth: 1.05,
    goals: [within(1.5, measure), { text: 'Node CPU < 50 ms', met: nodeMs < 50 }],
    note: `about ${Math.round(due).toLocaleString('en-GB')} due; Node CPU ${nodeMs.toFixed(0)} ms`,
  };
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;

async function countDue(pool: pg.Pool, day: string): Promise<number> {
  return Number((await pool.query(`select count(*)::int as n from schedules where due_on <= $1`, [day])).rows[0].n);
}

async function undone(work: Promise<unknown>): Promise<void> {
  await work.catch((error) => {
    if (error !== undo) throw error;
  });
}

async function rolledBack(pool: pg.Pool, day: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(plainSql, [day]);
    await client.query('rollback');
  } finally {
    client.release();
  }
}
