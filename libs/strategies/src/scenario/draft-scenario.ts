import { newId } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ScenarioNameMissing, ScenarioNeedsMandate } from './scenario.errors';
import { readBounds, readScenario, writeSteps } from './scenario.queries';
import { standardStepsOf } from './standard-scenario';

export interface DraftScenarioInput {
  /** The version to draw the next one from; its steps are copied. Null: a new scenario, with the standard steps of the hat. */
  readonly fromId: string | null;
  /** A line of its own, also when copied; null: the next version of the same. */
  readonly name: string | null;
}

/**
 * Brouillon: the next version of a scenario, or a new scenario. A line has one draft at most; who asks again gets the one there is.
 * Throws Forbidden, NotFound, ScenarioNeedsMandate, ScenarioNameMissing.
 */
@Injectable()
export class DraftScenario extends UseCase<DraftScenarioInput, { scenarioId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { fromId, name }: DraftScenarioInput): Promise<{ scenarioId: string }> {
    ctx.may('steer', 'Scenario');
    await db.rows(`select 1 from clients where client_id = $1 for no key update`, [db.clientId]); // two presses at once: one draft
    const bounds = await readBounds(db, db.clientId);
    if (!bounds) throw new ScenarioNeedsMandate();
    const from = fromId === null ? null : await readScenario(db, fromId);
    const own = name?.trim() ?? '';
    if (name !== null && (own === '' || own.length > 80)) throw new ScenarioNameMissing();
    if (!from && name === null) throw new ScenarioNameMissing();
    const id = newId();
    const lineId = from && name === null ? from.lineId : id;
    const known = await db.row<{ id: string | null; version: number }>(
      `select (array_agg(id) filter (where state = 'draft'))[1] as id, coalesce(max(version), 0) as version from scenarios where client_id = $1 and line_id = $2`,
      [db.clientId, lineId],
    );
    if (known?.id) return { scenarioId: known.id };
    await db.rows(
      `insert into scenarios (client_id, id, line_id, name, version, state, created_by, created_at) values ($1, $2, $3, $4, $5, 'draft', $6, $7)`,
      [db.clientId, id, lineId, own || from!.name, (known?.version ?? 0) + 1, ctx.actor.id, new Date(db.clock.now().epochMilliseconds)],
    );
    await writeSteps(db, id, from?.steps ?? standardStepsOf(bounds.hat));
    return { scenarioId: id };
  }
}
