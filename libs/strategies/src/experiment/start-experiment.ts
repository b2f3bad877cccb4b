import { dayOf, newId, Refusal } from '@amiable/kernel';
import { UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import { readScenario } from '../scenario/scenario.queries';

/** The trial cannot be held like this: the code says why. */
export class ExperimentRefused extends Refusal {}

export interface StartExperimentInput {
  readonly name: string;
  /** The active scenario that most cases follow: the champion. */
  readonly championId: string;
  /** Another active scenario; null: only a hold-out. */
  readonly challengerId: string | null;
  /** Percent of new cases. */
  readonly challengerPercent: number;
  readonly holdoutPercent: number;
  /** Days after which a case is judged. */
  readonly horizonDays: number;
}

/**
 * Essai lancé: from now on new cases of the champion's segments are drawn by lot. A held-out case gets no step of any scenario while the trial
 * runs; calls and messages by hand stay possible. Throws Forbidden, NotFound, ExperimentRefused.
 */
@Injectable()
export class StartExperiment extends UseCase<StartExperimentInput, { experimentId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: StartExperimentInput): Promise<{ experimentId: string }> {
    ctx.may('steer', 'Scenario');
    await db.rows(`select 1 from clients where client_id = $1 for no key update`, [db.clientId]);
    const { challengerPercent, holdoutPercent, horizonDays } = input;
    const champion = await readScenario(db, input.championId);
    const challenger = input.challengerId === null ? null : await readScenario(db, input.challengerId);
    const name = input.name.trim();
    if (name === '' || name.length > 80) throw new ExperimentRefused('EXPERIMENT_NAME_MISSING', {}, 'name');
    if (
      !isShare(challengerPercent, 90) ||
      !isShare(holdoutPercent, 50) ||
      challengerPercent + holdoutPercent < 1 ||
      challengerPercent + holdoutPercent > 90
    )
      throw new ExperimentRefused('EXPERIMENT_SHARES', { most: 90 }, 'challengerPercent');
    if (!Number.isInteger(horizonDays) || horizonDays < 7 || horizonDays > 180)
      throw new ExperimentRefused('EXPERIMENT_HORIZON', { least: 7, most: 180 }, 'horizonDays');
    if (champion.state !== 'active' || (challenger && challenger.state !== 'active'))
      throw new ExperimentRefused('EXPERIMENT_SCENARIO_NOT_ACTIVE');
    if (challenger?.lineId === champion.lineId) throw new ExperimentRefused('EXPERIMENT_SAME_SCENARIO', {}, 'challengerId');
    if ((challenger === null) !== (challengerPercent === 0))
      throw new ExperimentRefused('EXPERIMENT_SHARES', { most: 90 }, 'challengerPercent');
    const running = await db.row<{ name: string }>(
      `select name from experiments where client_id = $1 and ended_on is null and (line_id in ($2, $3) or challenger_line_id in ($2, $3))`,
      [db.clientId, champion.lineId, challenger?.lineId ?? champion.lineId],
    );
    if (running) throw new ExperimentRefused('EXPERIMENT_RUNS', { name: running.name });
    const experimentId = newId();
    await db.rows(
      `insert into experiments (client_id, id, name, line_id, challenger_line_id, challenger_percent, holdout_percent, horizon_days, started_on, started_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        db.clientId,
        experimentId,
        name,
        champion.lineId,
        challenger?.lineId ?? null,
        challengerPercent,
        holdoutPercent,
        horizonDays,
        dayOf(db.clock).toString(),
        ctx.actor.id,
      ],
    );
    return { experimentId };
  }
}

const isShare = (percent: number, most: number) => Number.isInteger(percent) && percent >= 0 && percent <= most;
