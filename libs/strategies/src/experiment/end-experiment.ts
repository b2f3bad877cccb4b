import { dayOf, NotFound } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { scheduleCases } from '../schedule/schedule-cases';
import { ExperimentRefused } from './start-experiment';

/** Essai terminé: nobody is drawn any more, and who was held out begins the scenario that is his. What was drawn stays on record. Throws Forbidden, NotFound, ExperimentRefused. */
@Injectable()
export class EndExperiment extends UseCase<{ experimentId: string }, { experimentId: string }> {
  async run(ctx: RequestContext, db: TenantDb, { experimentId }: { experimentId: string }): Promise<{ experimentId: string }> {
    ctx.may('steer', 'Scenario');
    const known = await db.row<{ ended_on: string | null }>(
      `select ended_on from experiments where client_id = $1 and id = $2 for no key update`,
      [db.clientId, experimentId],
    );
    if (!known) throw new NotFound('Experiment');
    if (known.ended_on !== null) throw new ExperimentRefused('EXPERIMENT_ENDED');
    const today = dayOf(db.clock).toString();
    await db.rows(`update experiments set ended_on = $3 where client_id = $1 and id = $2`, [db.clientId, experimentId, today]);
    await scheduleCases(db, today, db.clientId);
    return { experimentId };
  }
}
