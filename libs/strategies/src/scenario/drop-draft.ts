import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ScenarioNotDraft } from './scenario.errors';
import { readScenario } from './scenario.queries';

/** Brouillon abandonné: nothing was worked by it, nothing stays of it. Throws Forbidden, NotFound, ScenarioNotDraft. */
@Injectable()
export class DropDraft extends UseCase<{ scenarioId: string }, { scenarioId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { scenarioId }: { scenarioId: string }): Promise<{ scenarioId: string }> {
    ctx.may('steer', 'Scenario');
    const draft = await readScenario(db, scenarioId, true);
    if (draft.state !== 'draft') throw new ScenarioNotDraft(draft.state);
    await db.rows(`delete from scenario_steps where client_id = $1 and scenario_id = $2`, [db.clientId, scenarioId]);
    await db.rows(`delete from scenarios where client_id = $1 and id = $2`, [db.clientId, scenarioId]);
    return { scenarioId };
  }
}
