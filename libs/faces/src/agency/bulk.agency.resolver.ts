import { NotFound } from '@amiable/kernel';
import {
  bulkInputOf,
  mostCases,
  previewBulk,
  readBulkProgress,
  requireBulkSize,
  StartBulkAct,
  UndoBulkAct,
  type BulkCase,
  type BulkInput,
} from '@amiable/outreach';
import { Allowed, Ctx, Database, fromGlobalId, type ReadDb, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { dayOf } from '@amiable/kernel';
import { readSelection } from './case-list.agency.queries';
import { BulkActInput, BulkPreview, BulkProgressView } from './bulk.agency.types';

/** Acts on many cases: what they would do, doing them, how far they have come, and taking them back. */
@Resolver(() => BulkProgressView)
export class BulkAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly starting: StartBulkAct,
    private readonly undoing: UndoBulkAct,
  ) {}

  @Query(() => BulkPreview)
  @Allowed('work', 'Case')
  bulkPreview(@Ctx() ctx: RequestContext, @Args('input', { type: () => BulkActInput }) input: BulkActInput): Promise<BulkPreview> {
    const act = bulkInputOf(input.act, inputOf(input), dayOf(this.database.clock));
    return this.database.acrossClients(ctx.portfolio, async (db) => {
      const cases = await selectedBy(db, ctx, input);
      return { ...(await previewBulk(db, input.act, act, cases.slice(0, mostCases))), selected: cases.length, most: mostCases };
    });
  }

  @Mutation(() => BulkProgressView, { description: 'Small sets are done when it answers, large ones go on; ask bulkProgress.' })
  @Allowed('work', 'Case')
  async startBulkAct(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => BulkActInput }) input: BulkActInput,
    @Args('idempotencyKey', { type: () => String }) idempotencyKey: string,
  ): Promise<BulkProgressView> {
    const cases = await this.database.acrossClients(ctx.portfolio, (db) => selectedBy(db, ctx, input));
    requireBulkSize(cases.length);
    return this.progress(ctx, await this.starting.start(ctx, input.act, inputOf(input), cases, idempotencyKey));
  }

  @Query(() => BulkProgressView)
  @Allowed('work', 'Case')
  bulkProgress(@Ctx() ctx: RequestContext, @Args('bulkId', { type: () => String }) bulkId: string): Promise<BulkProgressView> {
    return this.progress(ctx, bulkId);
  }

  @Mutation(() => BulkProgressView, { description: 'Takes an act of one’s own back where nothing left the house.' })
  @Allowed('work', 'Case')
  async undoBulkAct(@Ctx() ctx: RequestContext, @Args('bulkId', { type: () => String }) bulkId: string): Promise<BulkProgressView> {
    await this.undoing.undo(ctx, bulkId);
    return this.progress(ctx, bulkId);
  }

  private progress(ctx: RequestContext, bulkId: string): Promise<BulkProgressView> {
    return this.database.acrossClients(ctx.portfolio, (db) => readBulkProgress(db, ctx, bulkId));
  }
}

function inputOf({ owner, reason, until, template, tag }: BulkActInput): BulkInput {
  return {
    ownerId: owner ? fromGlobalId('StaffUser', owner).id : null,
    reason: reason ?? null,
    until: until ?? null,
    template: template ?? null,
    tag: tag ?? null,
  };
}

/** The cases of an act, all within reach. Throws NotFound when one that was named is not. */
async function selectedBy(db: ReadDb, ctx: RequestContext, { selection }: BulkActInput): Promise<BulkCase[]> {
  if (!selection.caseIds) return readSelection(db, ctx, selection.filter ?? {});
  if (selection.caseIds.length > mostCases) requireBulkSize(selection.caseIds.length);
  const named = new Map(selection.caseIds.map((each) => [each, fromGlobalId('Case', each)]));
  for (const { clientId } of named.values()) ctx.enter(clientId);
  const found = await db.rows<BulkCase>(
    `select c.client_id as "clientId", c.id as "caseId" from jsonb_to_recordset($1::jsonb) as s(client_id uuid, id uuid) join cases c on c.client_id = s.client_id and c.id = s.id`,
    [JSON.stringify([...named.values()].map(({ clientId, id }) => ({ client_id: clientId, id })))],
  );
  if (found.length !== named.size) throw new NotFound('Case');
  return found;
}
