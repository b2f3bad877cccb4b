import { fitOf, TakeNextCase } from '@amiable/cases';
import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, PageInput, toGlobalId, type GlobalId, type RequestContext } from '@amiable/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CaseOrder, type WordOf } from './case.agency.enums';
import { CaseConnection, TakenCase } from './case-summary.agency.types';
import { CasePage } from './case.agency.types';
import { readCaseList, readQueue } from './case-list.agency.queries';
import { CaseFilter, MyDay } from './case-list.agency.types';
import { filtersOf } from './case-filter.agency.sql';
import { CaseScreens } from './case-screens';
import { readMyDay } from './my-day.agency.queries';

/** What a collector reads: the day, the queue, the lists and the case page. */
@Resolver(() => CasePage)
export class CaseAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly screens: CaseScreens,
    private readonly takeNext: TakeNextCase,
  ) {}

  @Query(() => MyDay)
  @Allowed('read', 'Case')
  async myDay(
    @Ctx() ctx: RequestContext,
    @Args('queue', { type: () => CaseFilter, nullable: true, description: 'The part of the queue whose first cases are shown.' })
    queue?: CaseFilter | null,
  ): Promise<MyDay> {
    const part = await this.partOf(ctx, queue);
    const fit = await fitOf(this.database, ctx.actor.id!);
    return this.database.acrossClients(ctx.portfolio, (db) => readMyDay(db, ctx, part, fit));
  }

  @Query(() => CaseConnection)
  @Allowed('read', 'Case')
  async cases(
    @Ctx() ctx: RequestContext,
    @Args('page', { type: () => PageInput }) page: PageInput,
    @Args('filter', { type: () => CaseFilter, nullable: true }) filter?: CaseFilter | null,
    @Args('order', { type: () => CaseOrder, nullable: true }) order?: WordOf<typeof CaseOrder> | null,
  ): Promise<CaseConnection> {
    const wanted = order ?? 'newest';
    const fit = wanted === 'rank' ? await fitOf(this.database, ctx.actor.id!) : null;
    return this.database.acrossClients(ctx.portfolio, (db) =>
      wanted === 'rank' ? readQueue(db, ctx, filter ?? {}, page, fit!) : readCaseList(db, ctx, filter ?? {}, wanted, page),
    );
  }

  @Query(() => CasePage)
  @Allowed('read', 'Case')
  async case(
    @Ctx() ctx: RequestContext,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('queue', {
      type: () => CaseFilter,
      nullable: true,
      description: 'The part of the queue one works through: `nextCaseId` is of it.',
    })
    queue?: CaseFilter | null,
  ): Promise<CasePage> {
    return this.screens.read(ctx, fromGlobalId('Case', caseId), await this.partOf(ctx, queue));
  }

  @Mutation(() => TakenCase, {
    nullable: true,
    description: 'Claims the next case of the queue, or of a part of it, for some minutes; null when nothing is ready.',
  })
  @Allowed('work', 'Queue')
  async takeNextCase(
    @Ctx() ctx: RequestContext,
    @Args('skipCaseId', { type: () => ID, nullable: true }) skipCaseId?: string | null,
    @Args('queue', { type: () => CaseFilter, nullable: true }) queue?: CaseFilter | null,
  ): Promise<TakenCase | null> {
    if (ctx.actor.kind !== 'staff') throw new NotFound('Queue');
    const skip = skipCaseId === null || skipCaseId === undefined ? null : fromGlobalId('Case', skipCaseId);
    if (skip) await this.mustExist(ctx, skip);
    const part = await this.partOf(ctx, queue);
    const narrow = (params: unknown[]) => filtersOf(part, ctx, this.database, params, { inQueue: true });
    const taken = await this.takeNext.take(ctx.actor.id, ctx.portfolio, skip?.id ?? null, narrow);
    return taken && { id: toGlobalId('Case', taken.clientId, taken.caseId), claimedUntil: taken.claimedUntil.toISOString() };
  }

  /** The part of the queue that is asked for; a client that is named must be there. */
  private async partOf(ctx: RequestContext, queue: CaseFilter | null | undefined): Promise<CaseFilter> {
    if (queue?.clientId !== undefined && queue.clientId !== null) {
      const clientId = ctx.enter(fromGlobalId('Client', queue.clientId).clientId);
      const sql = `select 1 from clients where client_id = $1`;
      if ((await this.database.acrossClientsAtOnce(ctx.portfolio, [sql, [clientId]])).length === 0) throw new NotFound('Client');
    }
    return queue ?? {};
  }

  /** An id of another portfolio does not exist. */
  private async mustExist(ctx: RequestContext, { clientId, id }: GlobalId): Promise<void> {
    ctx.enter(clientId);
    const sql = `select 1 from cases where client_id = $1 and id = $2`;
    if ((await this.database.acrossClientsAtOnce(ctx.portfolio, [sql, [clientId, id]])).length === 0) throw new NotFound('Case');
  }
}
