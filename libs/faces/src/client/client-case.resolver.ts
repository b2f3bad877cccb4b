import { Allowed, Ctx, fromGlobalId, PageInput, Performer, RequestContext } from '@amiable/platform';
import { CloseDispute } from '@amiable/resolution';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ClientCaseListQueries } from './client-case-list.queries';
import { ClientCaseQueries } from './client-case.queries';
import { AnswerDisputeInput, ClientCase, ClientCaseConnection, ClientCaseFilter } from './client-case.types';
import { ClientCaseOrder, type ValueOf } from './client-face.enums';

@Resolver(() => ClientCase)
export class ClientCaseResolver {
  constructor(
    private readonly list: ClientCaseListQueries,
    private readonly queries: ClientCaseQueries,
    private readonly performer: Performer,
    private readonly closeDispute: CloseDispute,
  ) {}

  @Query(() => ClientCaseConnection)
  @Allowed('read', 'Case')
  cases(
    @Ctx() ctx: RequestContext,
    @Args('filter', { type: () => ClientCaseFilter, nullable: true }) filter: ClientCaseFilter | null,
    @Args('order', { type: () => ClientCaseOrder, nullable: true }) order: ValueOf<typeof ClientCaseOrder> | null,
    @Args('page') page: PageInput,
  ): Promise<ClientCaseConnection> {
    return this.list.cases(ctx, filter ?? {}, order ?? 'newest', page);
  }

  @Query(() => ClientCase)
  @Allowed('read', 'Case')
  case(@Ctx() ctx: RequestContext, @Args('caseId', { type: () => ID }) caseId: string): Promise<ClientCase> {
    const asked = fromGlobalId('Case', caseId);
    ctx.enter(asked.clientId);
    return this.queries.theCase(ctx, asked.id);
  }

  @Mutation(() => ClientCase, { description: 'Says whether the debtor is right; the agency goes on or stops accordingly.' })
  @Allowed('answer', 'Dispute')
  async answerDispute(@Ctx() ctx: RequestContext, @Args('input') input: AnswerDisputeInput): Promise<ClientCase> {
    const { upheld, answer, idempotencyKey } = input;
    const { clientId, id: disputeId } = fromGlobalId('Dispute', input.disputeId);
    const { caseId } = await this.performer.perform(ctx, clientId, this.closeDispute, { disputeId, upheld, answer }, idempotencyKey);
    return this.queries.theCase(ctx, caseId);
  }
}
