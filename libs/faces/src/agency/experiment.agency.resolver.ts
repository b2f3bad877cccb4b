import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, Performer, type RequestContext } from '@amiable/platform';
import { EndExperiment, StartExperiment } from '@amiable/strategies';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { EndExperimentInput, StartExperimentInput } from './experiment.agency.types';
import { readStrategy } from './scenario.agency.queries';
import { Strategy } from './scenario.agency.types';

/** Essais: champion, challenger and hold-out of one client. */
@Resolver()
export class ExperimentAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly starting: StartExperiment,
    private readonly ending: EndExperiment,
  ) {}

  @Mutation(() => Strategy, { description: 'From now on new cases are drawn by lot.' })
  @Allowed('steer', 'Scenario')
  async startExperiment(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => StartExperimentInput }) { scenarioId, challengerId, idempotencyKey, ...trial }: StartExperimentInput,
  ): Promise<Strategy> {
    const { clientId, id } = fromGlobalId('Scenario', scenarioId);
    const challenger = challengerId !== null && challengerId !== undefined ? fromGlobalId('Scenario', challengerId) : null;
    if (challenger && challenger.clientId !== clientId) throw new NotFound('Scenario');
    await this.performer.perform(
      ctx,
      clientId,
      this.starting,
      { ...trial, championId: id, challengerId: challenger?.id ?? null },
      idempotencyKey,
    );
    return this.database.inTenant(clientId, readStrategy);
  }

  @Mutation(() => Strategy, { description: 'Nobody is drawn any more; who was held out begins the scenario that is his.' })
  @Allowed('steer', 'Scenario')
  async endExperiment(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => EndExperimentInput }) { experimentId, idempotencyKey }: EndExperimentInput,
  ): Promise<Strategy> {
    const { clientId, id } = fromGlobalId('Experiment', experimentId);
    await this.performer.perform(ctx, clientId, this.ending, { experimentId: id }, idempotencyKey);
    return this.database.inTenant(clientId, readStrategy);
  }
}
