import { dayOf } from '@amiable/kernel';
import { Performer, type Database, type RequestContext } from '@amiable/platform';
import {
  ActivateDraft,
  DraftScenario,
  noConditions,
  ReviseDraft,
  readScenario,
  ReviseSegments,
  type ScenarioStep,
  type Segment,
} from '@amiable/strategies';
import type { DemoClient } from './clients';

/** What a manager has made of the scenarios: segments, a version whose letters are confirmed, a draft on the table and a trial with results. */
export async function steerStrategies(database: Database, manager: RequestContext, clients: readonly DemoClient[]): Promise<void> {
  const desk = new StrategyDesk(database, manager);
  const [volt, ardelune, kinoa, brume] = clients as [DemoClient, DemoClient, DemoClient, DemoClient];
  const gentle = await desk.open(volt, 'Relance douce', (steps) => steps.map((step) => later(step, 2)));
  await desk.reviseSegments(volt, [
    { name: 'Particuliers', lineId: gentle, debtorKind: 'person', mostMinor: 50_000n },
    { name: 'Tous les autres', lineId: volt.scenarioId },
  ]);
  await desk.nextVersion(ardelune, (steps) =>
    steps.map((step) => (step.template === 'formal_notice' ? { ...step, mode: 'confirmed', leastOpenMinor: 5_000n } : step)),
  );
  await desk.lastStepsDueToday(ardelune, 7);
  await desk.draft(kinoa, (steps) =>
    steps.map((step) => (step.channel === 'call' ? { ...step, daysFromDue: step.daysFromDue - 4 } : step)),
  );
  const quick = await desk.open(brume, 'Relance rapide', (steps) =>
    steps.map((step) => ({ ...step, daysFromDue: Math.ceil(step.daysFromDue / 2) })),
  );
  await desk.tryOut(brume, quick);
}

const later = (step: ScenarioStep, times: number): ScenarioStep => ({
  ...step,
  daysFromDue: step.daysFromDue > 0 ? step.daysFromDue * times : step.daysFromDue,
});

type Change = (steps: readonly ScenarioStep[]) => ScenarioStep[];

class StrategyDesk {
  private readonly performer: Performer;

  constructor(
    private readonly database: Database,
    private readonly manager: RequestContext,
  ) {
    this.performer = new Performer(database);
  }

  /** A scenario of its own, in service. */
  async open(client: DemoClient, name: string, change: Change): Promise<string> {
    const { scenarioId } = await this.performer.perform(this.manager, client.id, new DraftScenario(), { fromId: client.scenarioId, name });
    await this.edit(client, scenarioId, change);
    await this.activate(client, scenarioId);
    return scenarioId;
  }

  async draft(client: DemoClient, change: Change): Promise<string> {
    const { scenarioId } = await this.performer.perform(this.manager, client.id, new DraftScenario(), {
      fromId: client.scenarioId,
      name: null,
    });
    await this.edit(client, scenarioId, change);
    return scenarioId;
  }

  async nextVersion(client: DemoClient, change: Change): Promise<void> {
    await this.activate(client, await this.draft(client, change));
  }

  async reviseSegments(client: DemoClient, segments: ReadonlyArray<Partial<Segment> & Pick<Segment, 'name' | 'lineId'>>): Promise<void> {
    await this.performer.perform(this.manager, client.id, new ReviseSegments(), {
      segments: segments.map((segment) => ({ id: null, ...noConditions, ...segment })),
      moveWaiting: true,
    });
  }

  /** The largest of those that stand before their last step have it today. */
  async lastStepsDueToday(client: DemoClient, count: number): Promise<void> {
    await this.database.inTenant(client.id, (db) =>
      db.rows(
        `update schedules s set due_on = $2 from (
           select x.case_id from schedules x join cases c on c.client_id = x.client_id and c.id = x.case_id
           where x.client_id = $1 and c.state = 'open' and x.step_no = (select max(step_no) from scenario_steps st where st.client_id = x.client_id and st.scenario_id = x.scenario_id)
           order by c.open_minor desc limit $3) due
         where s.client_id = $1 and s.case_id = due.case_id`,
        [client.id, dayOf(db.clock).toString(), count],
      ),
    );
  }

  /** A trial of eight months: every other case that was opened since went by the challenger. */
  async tryOut(client: DemoClient, challengerId: string): Promise<void> {
    await this.database.inTenant(client.id, async (db) => {
      await db.rows(
        `with trial as (
           insert into experiments (client_id, id, name, line_id, challenger_line_id, challenger_percent, holdout_percent, horizon_days, started_on, started_by)
           values ($1, $2, 'Rapide ou habituelle', $3, $2, 50, 0, 30, $4::date - 240, $5) returning client_id, id),
         drawn as (
           insert into experiment_cases (client_id, case_id, experiment_id, arm, assigned_on, open_minor, currency)
           select c.client_id, c.id, t.id, case when ('x' || left(md5(t.id::text || c.id::text), 8))::bit(32)::bigint % 100 < 50 then 'challenger' else 'champion' end,
             c.opened_on, (select sum(i.amount_minor) from invoices i where i.client_id = c.client_id and i.case_id = c.id), c.currency
           from cases c join trial t on t.client_id = c.client_id where c.opened_on >= $4::date - 240
             and exists (select from invoices i where i.client_id = c.client_id and i.case_id = c.id) returning client_id, case_id, arm),
         planned as (update schedules s set scenario_id = $2 from drawn d where d.arm = 'challenger' and s.client_id = d.client_id and s.case_id = d.case_id)
         update actions a set scenario_id = $2 from drawn d
         where d.arm = 'challenger' and a.client_id = d.client_id and a.case_id = d.case_id and a.scenario_id = $3`,
        [client.id, challengerId, client.scenarioId, dayOf(db.clock).toString(), this.manager.actor.id],
      );
    });
  }

  private async edit(client: DemoClient, scenarioId: string, change: Change): Promise<void> {
    const { name, steps, revision } = await this.database.inTenant(client.id, (db) => readScenario(db, scenarioId));
    await this.performer.perform(this.manager, client.id, new ReviseDraft(), { scenarioId, revision, name, steps: change(steps) });
  }

  private async activate(client: DemoClient, scenarioId: string): Promise<void> {
    const { revision } = await this.database.inTenant(client.id, (db) => readScenario(db, scenarioId));
    await this.performer.perform(this.manager, client.id, new ActivateDraft(), { scenarioId, revision, moveCases: true });
  }
}
