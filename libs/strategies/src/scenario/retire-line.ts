import { requireMove, toDate } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ScenarioInUse } from './scenario.errors';
import { readScenario } from './scenario.queries';
import { scenarioStates } from './scenario.states';

/** Scénario retiré: no new case begins it; those under way end it. Refused while a segment leads to it. Throws Forbidden, NotFound, ScenarioInUse. */
@Injectable()
export class RetireLine extends UseCase<{ scenarioId: string }, { scenarioId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { scenarioId }: { scenarioId: string }): Promise<{ scenarioId: string }> {
    ctx.may('steer', 'Scenario');
    await db.rows(`select 1 from clients where client_id = $1 for no key update`, [db.clientId]);
    const scenario = await readScenario(db, scenarioId, true);
    requireMove(scenarioStates, scenario.state, 'retired');
    const user = await db.row<{ name: string }>(
      `select name from segments where client_id = $1 and line_id = $2
       union all select name from experiments where client_id = $1 and $2 in (line_id, challenger_line_id) and ended_on is null limit 1`,
      [db.clientId, scenario.lineId],
    );
    if (user) throw new ScenarioInUse(user.name);
    await db.rows(`update scenarios set state = 'retired', retired_at = $3 where client_id = $1 and id = $2`, [
      db.clientId,
      scenarioId,
      toDate(db.clock.now()),
    ]);
    return { scenarioId };
  }
}
