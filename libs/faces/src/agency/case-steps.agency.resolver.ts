import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, fromGlobalId, type RequestContext } from '@amiable/platform';
import { FinishTask, SkipStep } from '@amiable/strategies';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CaseScreens } from './case-screens';
import { FinishTaskInput, SkipStepInput } from './case-steps.agency.types';
import { CasePage } from './case.agency.types';

/** What a collector does about the steps of the scenario on one case. */
@Resolver(() => CasePage)
export class CaseStepsAgencyResolver {
  constructor(
    private readonly screens: CaseScreens,
    private readonly finishing: FinishTask,
    private readonly skipping: SkipStep,
  ) {}

  @Mutation(() => CasePage)
  @Allowed('work', 'Case')
  finishTask(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => FinishTaskInput }) { caseId, actionId, note = null, idempotencyKey }: FinishTaskInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    const action = fromGlobalId('Action', actionId);
    if (action.clientId !== clientId) throw new NotFound('Action');
    return this.screens.write(ctx, clientId, this.finishing, { caseId: id, actionId: action.id, note }, idempotencyKey);
  }

  @Mutation(() => CasePage, { description: 'Leaves the next step out for this case; the one after keeps its day.' })
  @Allowed('hold', 'Case')
  skipStep(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => SkipStepInput }) { caseId, stepNo, reason, idempotencyKey }: SkipStepInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    return this.screens.write(ctx, clientId, this.skipping, { caseId: id, stepNo, reason }, idempotencyKey);
  }
}
