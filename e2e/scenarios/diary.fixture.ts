import { Temporal } from '@amiable/kernel';
import type { Stage } from '../stage';

/** What happened on a case, day by day: `email reminder_1`, `call`, `letter formal_notice`, `skipped on_hold`; days without anything are not in it. */
export type Diary = Record<string, string[]>;

/** Lets the worker run each day from the clock's day to `until`, and writes down what it did on one case. */
export async function liveUntil(stage: Stage, caseId: string, until: string): Promise<Diary> {
  const diary: Diary = {};
  let day = stage.test.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate();
  for (; Temporal.PlainDate.compare(day, until) <= 0; day = day.add({ days: 1 })) {
    stage.on(day.toString());
    await stage.workerRuns();
    const happened = await happenedOn(stage, caseId, day.toString());
    if (happened.length > 0) diary[day.toString()] = happened;
  }
  stage.on(until);
  return diary;
}

async function happenedOn(stage: Stage, caseId: string, day: string): Promise<string[]> {
  const rows = await stage.test.owner<{ what: string }>(
    `select channel || ' ' || template as what, 1 as n from messages where case_id = $1 and state = 'sent' and (sent_at at time zone 'Europe/Paris')::date = $2
     union all select 'call', 2 from actions where case_id = $1 and channel = 'call' and scenario_id is not null and due_on = $2
     union all select 'skipped ' || reason, 3 from run_skips where case_id = $1 and day = $2
     union all select kind, 4 from timeline_events where case_id = $1 and (at at time zone 'Europe/Paris')::date = $2 and actor_kind = 'system' and kind ~ '^(promise[.](kept|partly_kept|broken)|plan[.](completed|broken)|case[.](resumed|closed))$'
     order by n, what`,
    [caseId, day],
  );
  return rows.map((row) => row.what);
}

/** One entry for each day of a stretch. */
export function everyDay(from: string, to: string, what: string): Diary {
  const diary: Diary = {};
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    diary[day.toString()] = [what];
  return diary;
}
