import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, moneyOf, Performer, toGlobalId, type RequestContext } from '@amiable/platform';
import {
  ConfirmSteps,
  readProposalGroups,
  readProposals,
  DiscardSteps,
  type ProposalChoice,
  type ProposalGroup,
} from '@amiable/strategies';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ConfirmStepsInput, ProposalGroupFace, ProposalList, DiscardStepsInput } from './proposal.agency.types';

const shownRows = 200;

/** Envois à confirmer: what the scenarios propose, by step; confirmed or set aside, all of it or some. */
@Resolver()
export class ProposalAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly confirming: ConfirmSteps,
    private readonly discarding: DiscardSteps,
  ) {}

  @Query(() => [ProposalGroupFace])
  @Allowed('confirm', 'Step')
  proposals(@Ctx() ctx: RequestContext): Promise<ProposalGroupFace[]> {
    return this.database.acrossClients(ctx.portfolio, async (db) => (await readProposalGroups(db)).map(groupOf));
  }

  @Query(() => ProposalList)
  @Allowed('confirm', 'Step')
  async proposalsOfStep(
    @Ctx() ctx: RequestContext,
    @Args('scenarioId', { type: () => ID }) scenarioId: string,
    @Args('stepNo', { type: () => Int }) stepNo: number,
  ): Promise<ProposalList> {
    const { clientId, id } = fromGlobalId('Scenario', scenarioId);
    ctx.enter(clientId);
    return this.database.inTenant(clientId, async (db) => {
      if (!(await db.row(`select 1 from scenarios where client_id = $1 and id = $2`, [clientId, id]))) throw new NotFound('Scenario');
      const seenAt = db.clock.now().toString();
      const groups = await readProposalGroups(db);
      const group = groups.find((one) => one.scenarioId === id && one.stepNo === stepNo);
      const rows = await readProposals(db, { scenarioId: id, stepNo, limit: shownRows });
      return {
        seenAt,
        group: group ? groupOf(group) : null,
        rows: rows.map(({ actionId, caseId, openMinor, currency, ...row }) => ({
          ...row,
          actionId: toGlobalId('Action', clientId, actionId),
          caseId: toGlobalId('Case', clientId, caseId),
          open: moneyOf(openMinor, currency),
        })),
      };
    });
  }

  @Mutation(() => Int, { description: 'They leave, after one more look at the door. Answers how many.' })
  @Allowed('confirm', 'Step')
  async confirmSteps(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ConfirmStepsInput }) input: ConfirmStepsInput,
  ): Promise<number> {
    const { clientId, choice } = chosen(input);
    return (await this.performer.perform(ctx, clientId, this.confirming, choice, input.idempotencyKey)).count;
  }

  @Mutation(() => Int, { description: 'The step is left out for these cases; the scenario goes on. Answers how many.' })
  @Allowed('confirm', 'Step')
  async discardSteps(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => DiscardStepsInput }) input: DiscardStepsInput,
  ): Promise<number> {
    const { clientId, choice } = chosen(input);
    return (await this.performer.perform(ctx, clientId, this.discarding, { ...choice, reason: input.reason }, input.idempotencyKey)).count;
  }
}

function groupOf({ clientId, scenarioId, openMinor, currency, ...group }: ProposalGroup): ProposalGroupFace {
  return {
    ...group,
    scenarioId: toGlobalId('Scenario', clientId, scenarioId),
    open: moneyOf(openMinor, currency),
    template: group.template as never,
  };
}

function chosen({ scenarioId, stepNo, seenAt, actionIds }: ConfirmStepsInput): { clientId: string; choice: ProposalChoice } {
  const { clientId, id } = fromGlobalId('Scenario', scenarioId);
  const own = (text: string) => {
    const action = fromGlobalId('Action', text);
    if (action.clientId !== clientId) throw new NotFound('Action');
    return action.id;
  };
  return { clientId, choice: { scenarioId: id, stepNo, seenAt, actionIds: actionIds?.map(own) ?? null } };
}
