import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ScenarioDraftStale, ScenarioNameMissing, ScenarioNotDraft, ScenarioStepsCount } from './scenario.errors';
import { readScenario, writeSteps } from './scenario.queries';
import { mostSteps, type ScenarioStep } from './scenario.rules';

export interface ReviseDraftInput {
  readonly scenarioId: string;
  /** The revision that was read; another means that somebody saved in between. */
  readonly revision: number;
  readonly name: string;
  readonly steps: readonly ScenarioStep[];
}

/**
 * Brouillon enregistré, also with things in it that stand against working by it: they are shown beside the step and refused at activation.
 * Throws Forbidden, NotFound, ScenarioNotDraft, ScenarioDraftStale, ScenarioNameMissing, ScenarioStepsCount.
 */
@Injectable()
export class ReviseDraft extends UseCase<ReviseDraftInput, { scenarioId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { scenarioId, revision, name, steps }: ReviseDraftInput): Promise<{ scenarioId: string }> {
    ctx.may('steer', 'Scenario');
    const draft = await readScenario(db, scenarioId, true);
    if (draft.state !== 'draft') throw new ScenarioNotDraft(draft.state);
    if (draft.revision !== revision) throw new ScenarioDraftStale();
    const called = name.trim();
    if (called === '' || called.length > 80) throw new ScenarioNameMissing();
    if (steps.length === 0 || steps.length > mostSteps) throw new ScenarioStepsCount();
    await writeSteps(db, scenarioId, steps);
    await db.rows(`update scenarios set name = $3, revision = revision + 1 where client_id = $1 and id = $2`, [
      db.clientId,
      scenarioId,
      called,
    ]);
    return { scenarioId };
  }
}
