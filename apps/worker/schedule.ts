import { Absences, findTwinsOfNewcomers, sweepPresences, wakeCallBacks } from '@amiable/cases';
import { sweepSessions } from '@amiable/identity';
import { raiseAlerts } from '@amiable/insights';
import { dayOf, toDate, type Temporal } from '@amiable/kernel';
import { sweepContactMarks } from '@amiable/outreach';
import { CollectInstalments, MeansOnFile, ReconcilePayments } from '@amiable/payments';
import { Database, type ReadDb } from '@amiable/platform';
import { RunDay } from '@amiable/strategies';
import type { INestApplicationContext } from '@nestjs/common';

/** One recurring task: a name, how often it looks whether it is due, and what it does for a day. */
export interface RecurringTask {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: (day: Temporal.PlainDate) => Promise<unknown>;
}

/** Every recurring task of Amiable on one screen. Each takes its day as an argument and may run twice. */
export function recurringTasks(app: INestApplicationContext): RecurringTask[] {
  const database = app.get(Database);
  return [
    { name: 'daily run', everySeconds: 900, run: (day) => runOncePerDay(database, day, () => app.get(RunDay).run(day)) },
    { name: 'raise alerts', everySeconds: 900, run: (day) => afterDailyRun(database, day, (db) => raiseAlerts(db, day)) },
    { name: 'collect instalments', everySeconds: 900, run: (day) => fromSixOn(database, () => app.get(CollectInstalments).collect(day)) },
    { name: 'reconcile payments', everySeconds: 300, run: () => app.get(ReconcilePayments).reconcile() },
    { name: 'reconcile means of payment', everySeconds: 300, run: () => app.get(MeansOnFile).reconcile() },
    {
      name: 'find twins',
      everySeconds: 3_600,
      run: () => database.acrossClientsAsWorker((db) => findTwinsOfNewcomers(db, lastDay(database))),
    },
    { name: 'carry absences', everySeconds: 300, run: (day) => app.get(Absences).carry(day) },
    { name: 'sweep sessions', everySeconds: 3_600, run: () => database.acrossClientsAsWorker(sweepSessions) },
    { name: 'wake call-backs', everySeconds: 60, run: () => database.acrossClientsAsWorker(wakeCallBacks) },
    { name: 'sweep contact marks', everySeconds: 3_600, run: () => database.acrossClientsAsWorker(sweepContactMarks) },
    { name: 'sweep presences', everySeconds: 3_600, run: () => database.acrossClientsAsWorker(sweepPresences) },
    { name: 'sweep what is done', everySeconds: 3_600, run: () => database.acrossClientsAsWorker(sweepDone) },
  ];
}

/** Files of the night are looked through in the morning, and once more. */
function lastDay({ clock }: Database): Date {
  return toDate(clock.now().subtract({ hours: 25 }));
}

/** Work that is done, answers of old requests and counts of old tries are not kept for ever; what left is archived elsewhere. */
async function sweepDone(db: ReadDb): Promise<void> {
  await db.rows(`delete from outbox where done_at < now() - interval '30 days'`);
  await db.rows(`delete from inbox_events where processed_at < now() - interval '90 days'`);
  await db.rows(`delete from idempotency_keys where created_at < now() - interval '30 days'`);
  await db.rows(`delete from throttles where window_start < now() - interval '1 day'`);
}

/** Nobody's money and nobody's morning is touched before six. */
async function fromSixOn(database: Database, run: () => Promise<unknown>): Promise<void> {
  if (database.clock.now().toZonedDateTimeISO('Europe/Paris').hour >= 6) await run();
}

/** The daily run begins at six in the morning, once a day, whichever worker is first. */
async function runOncePerDay(database: Database, day: Temporal.PlainDate, run: () => Promise<unknown>): Promise<void> {
  const done = await database.acrossClientsAsWorker((db) =>
    db.row(`select 1 from runs where kind = 'day' and day = $1 and finished_at is not null`, [day.toString()]),
  );
  if (!done) await fromSixOn(database, run);
}

/** Once a day, in one transaction, after the daily run has judged what is judged. */
async function afterDailyRun(database: Database, day: Temporal.PlainDate, work: (db: ReadDb) => Promise<number>): Promise<void> {
  await database.acrossClientsAsWorker(async (db) => {
    const due = await db.row(
      `select 1 from runs d where d.kind = 'day' and d.day = $1 and d.finished_at is not null and not exists (select from runs a where a.kind = 'alerts' and a.day = d.day)`,
      [day.toString()],
    );
    if (!due) return;
    const raised = await work(db);
    await db.rows(
      `insert into runs (kind, day, started_at, finished_at, counts) values ('alerts', $1, now(), now(), $2) on conflict (kind, day) do nothing`,
      [day.toString(), JSON.stringify({ raised })],
    );
  });
}

/** Starts the tasks; answers how to stop them, waiting for what is running. */
export function startSchedule(
  tasks: readonly RecurringTask[],
  database: Database,
  onError: (name: string, error: Error) => void,
): () => Promise<void> {
  const running = new Set<Promise<void>>();
  const timers = tasks.map((task) => {
    let busy = false;
    const tick = (): void => {
      if (busy) return;
      busy = true;
      const work = Promise.resolve(task.run(dayOf(database.clock)))
        .then(
          () => undefined,
          (error: Error) => onError(task.name, error),
        )
        .finally(() => {
          busy = false;
          running.delete(work);
        });
      running.add(work);
    };
    tick();
    return setInterval(tick, task.everySeconds * 1_000);
  });
  return async () => {
    timers.forEach(clearInterval);
    await Promise.all(running);
  };
}
