import { moveCases, wakeWork } from '@amiable/cases';
import { Temporal, toDate } from '@amiable/kernel';
import { Database, log, RequestContext, type ReadDb } from '@amiable/platform';
import { expireAnnouncements, followAnswers, judgeDuePromises, judgePlans } from '@amiable/resolution';
import { Injectable } from '@nestjs/common';
import { scheduleCases } from '../schedule/schedule-cases';
import { planDueSteps, type PlannedSteps } from './plan-due-steps';

interface DayCounts extends PlannedSteps {
  readonly holdsEnded: number;
  readonly transfersNotFound: number;
  readonly promisesJudged: number;
  readonly plansJudged: number;
  readonly scheduled: number;
  readonly workReady: number;
}

/** What one daily run did. */
export interface DayReport extends DayCounts {
  readonly day: string;
  readonly seconds: number;
}

/** Traitement du jour: holds that end, promises and plans to judge, steps that are due, work that is ready. */
@Injectable()
export class RunDay {
  constructor(private readonly database: Database) {}

  /** Runs one day over all clients in one transaction; killed anywhere, it runs again as if never begun. */
  async run(day: Temporal.PlainDate, ctx: RequestContext = RequestContext.system()): Promise<DayReport> {
    const began = performance.now();
    const report = await this.database.acrossClientsAsWorker(async (db) => {
      await db.rows(`select pg_advisory_xact_lock(hashtext('daily run'))`);
      const counts = await workDay(db, ctx, day);
      await db.rows(
        `insert into runs as r (kind, day, started_at, finished_at, counts) values ('day', $1, $2, $2, $3)
         on conflict (kind, day) do update set finished_at = excluded.finished_at, counts = excluded.counts`,
        [day.toString(), toDate(db.clock.now()), JSON.stringify(counts)],
      );
      return counts;
    });
    const seconds = Math.round(performance.now() - began) / 1000;
    const { planned, skipped, ...rest } = report;
    const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, n) => sum + n, 0);
    log.info({ day: day.toString(), seconds, ...rest, planned: total(planned), skipped: total(skipped) }, 'daily run done');
    return { day: day.toString(), seconds, ...report };
  }
}

/** What a day does to the cases that `db` sees, over real rows or over those of a rehearsal. */
export async function workDay(db: ReadDb, ctx: RequestContext, day: Temporal.PlainDate): Promise<DayCounts> {
  const holdsEnded = await endHolds(db, ctx, day);
  const transfersNotFound = await expireAnnouncements(db, ctx, day);
  const promisesJudged = await judgeDuePromises(db, ctx, day);
  await followAnswers(db, ctx, day);
  const plansJudged = await judgePlans(db, day);
  const scheduled = await scheduleCases(db, day.toString());
  const steps = await planDueSteps(db, day.toString());
  const workReady = await wakeWork(db, day.toString());
  return { holdsEnded, transfersNotFound, promisesJudged, plansJudged, scheduled, workReady, ...steps };
}

/** Holds whose day has come end by themselves; not before somebody has looked at what the debtor said. */
async function endHolds(db: ReadDb, ctx: RequestContext, day: Temporal.PlainDate): Promise<number> {
  const over = await db.rows<{ client_id: string; id: string }>(
    `select client_id, id from cases c where state = 'on_hold' and hold_until <= $1
       and not exists (select from answers a where a.client_id = c.client_id and a.case_id = c.id and a.state = 'open' and a.kind in ('already_paid', 'not_me'))`,
    [day.toString()],
  );
  await moveCases(
    db,
    ctx,
    over.map((c) => ({ clientId: c.client_id, caseId: c.id, from: 'on_hold' })),
    'open',
    'case.resumed',
    day.toString(),
  );
  return over.length;
}
