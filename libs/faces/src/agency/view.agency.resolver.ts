import { AssignCase, SavedViews } from '@amiable/cases';
import { Allowed, Ctx, Database, fromGlobalId, toGlobalId, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CasePage } from './case.agency.types';
import { CaseScreens } from './case-screens';
import { AssignCaseInput, CollectorName, SavedViewFace, KeepViewInput } from './view.agency.types';

/** What the list of cases is kept and divided by: views, tags, colleagues. */
@Resolver(() => SavedViewFace)
export class ViewAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly views: SavedViews,
    private readonly screens: CaseScreens,
    private readonly assigning: AssignCase,
  ) {}

  @Query(() => [SavedViewFace])
  @Allowed('read', 'Case')
  savedViews(@Ctx() ctx: RequestContext): Promise<SavedViewFace[]> {
    return this.views.list(ctx);
  }

  @Mutation(() => [SavedViewFace])
  @Allowed('read', 'Case')
  keepView(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => KeepViewInput }) { viewId, ...input }: KeepViewInput,
  ): Promise<SavedViewFace[]> {
    return this.views.save(ctx, { id: viewId ?? null, ...input });
  }

  @Mutation(() => [SavedViewFace])
  @Allowed('read', 'Case')
  dropView(@Ctx() ctx: RequestContext, @Args('viewId', { type: () => String }) viewId: string): Promise<SavedViewFace[]> {
    return this.views.remove(ctx, viewId);
  }

  @Query(() => [String], { description: 'The tags in use within the portfolio.' })
  @Allowed('read', 'Case')
  tags(@Ctx() ctx: RequestContext): Promise<string[]> {
    return this.database.acrossClients(ctx.portfolio, async (db) =>
      (await db.rows<{ tag: string }>(`select distinct tag from case_tags order by tag limit 500`)).map(({ tag }) => tag),
    );
  }

  @Query(() => [CollectorName], { description: 'Who works cases: collectors, managers and admins at work.' })
  @Allowed('read', 'Case')
  collectors(@Ctx() ctx: RequestContext): Promise<CollectorName[]> {
    return this.database.outsideClients(async (db) =>
      (
        await db.rows<{ id: string; name: string }>(
          `select id, name from staff_users where active and role <> 'accountant' order by name, id`,
        )
      ).map(({ id, name }) => ({
        id: toGlobalId('StaffUser', null, id),
        name,
        isMe: id === ctx.actor.id,
      })),
    );
  }

  @Mutation(() => CasePage)
  @Allowed('assign', 'Case')
  assignCase(@Ctx() ctx: RequestContext, @Args('input', { type: () => AssignCaseInput }) input: AssignCaseInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const ownerId = input.owner ? fromGlobalId('StaffUser', input.owner).id : null;
    return this.screens.write(ctx, clientId, this.assigning, { caseId: id, ownerId }, input.idempotencyKey);
  }
}
