import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { ScenarioAlreadyActive, ScenarioNeedsMandate } from './scenario.errors';
import { activateStandardScenario, type ScenarioChoice } from './standard-scenario';

/** Scénario activé: a copy of a standard one becomes the client's own. Throws Forbidden, ScenarioNeedsMandate, ScenarioAlreadyActive. */
@Injectable()
export class ActivateScenario extends UseCase<{ choice: ScenarioChoice }, { scenarioId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { choice }: { choice: ScenarioChoice }): Promise<{ scenarioId: string }> {
    ctx.may('open', 'Client');
    await db.rows(`select client_id from clients where client_id = $1 for no key update`, [db.clientId]); // two presses at once: one scenario
    const known = await db.row<{ hat: 'client_name' | 'agency' | null; active: boolean }>(
      `select (select hat from mandates where client_id = $1 order by created_at desc, version desc limit 1) as hat,
         exists (select from scenarios where client_id = $1 and state = 'active') as active`,
      [db.clientId],
    );
    if (!known?.hat) throw new ScenarioNeedsMandate();
    if (known.active) throw new ScenarioAlreadyActive();
    return { scenarioId: await activateStandardScenario(db, known.hat, choice) };
  }
}
