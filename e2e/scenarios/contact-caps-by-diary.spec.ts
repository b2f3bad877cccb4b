import { Temporal } from '@amiable/kernel';
import { openStage, type Stage } from '../stage';
import { liveUntil } from './diary.fixture';

/** Thirty days of two impatient clients who write to one and the same person (SC6). */
describe('a person owed by two clients', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('is never written to more than twice in seven days, and nothing of it is lost: each step leaves when there is room', async () => {
    const [, camille] = stage.cast.a.cases;
    const [, dominique] = stage.cast.b.cases;
    const { owner } = stage.test;
    await owner(`update debtors set email = 'camille@orange.example' where id = any($1)`, [[camille.debtorId, dominique.debtorId]]);
    await owner(`update cases set hat = 'client_name'`);
    // One ask a day, three days long, from both.
    await owner(
      `update scenario_steps set days_from_due = case step_no when 2 then 1 when 3 then 2 when 5 then 3 else days_from_due end where step_no in (2, 3, 5)`,
    );
    await owner(`delete from scenario_steps where step_no = 4`);
    await liveUntil(stage, camille.caseId, '2026-12-04');

    const sent = await owner<{ day: string; client_id: string; template: string }>(
      `select (sent_at at time zone 'Europe/Paris')::date::text as day, client_id, template from messages
       where state = 'sent' and case_id = any($1) and template <> 'before_due' order by sent_at`,
      [[camille.caseId, dominique.caseId]],
    );
    for (const { day } of sent) {
      const end = Temporal.PlainDate.from(day).add({ days: 6 }).toString();
      expect(sent.filter((one) => one.day >= day && one.day <= end).length).toBeLessThanOrEqual(2);
    }
    for (const clientId of [stage.cast.a.id, stage.cast.b.id])
      expect(sent.filter((one) => one.client_id === clientId).map(({ template }) => template)).toEqual([
        'reminder_1',
        'reminder_2',
        'formal_notice',
      ]);
    const told = await owner<{ facts: { reason: string } }>(
      `select facts from timeline_events where kind = 'message.cancelled' and case_id = any($1)`,
      [[camille.caseId, dominique.caseId]],
    );
    expect(new Set(told.map(({ facts }) => facts.reason))).toEqual(new Set(['written_too_often']));
  }, 180_000);
});
