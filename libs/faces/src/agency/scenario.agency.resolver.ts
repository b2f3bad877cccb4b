import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, Performer, toGlobalId, type RequestContext, type TenantDb } from '@amiable/platform';
import {
  ActivateDraft,
  DraftScenario,
  DropDraft,
  ReviseDraft,
  readScenarios,
  rehearse,
  RetireLine,
  ReviseSegments,
  type Change,
  type Segment,
} from '@amiable/strategies';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { rehearsalOf } from './rehearsal.agency';
import { readStrategy, segmentsOf, stepsOf } from './scenario.agency.queries';
import {
  ActivateDraftInput,
  DraftedScenario,
  DraftScenarioInput,
  ReviseDraftInput,
  MovedCases,
  RehearsalFace,
  ReviseSegmentsInput,
  ScenarioInput,
  Strategy,
} from './scenario.agency.types';
import { SegmentInput } from './segment.agency.types';

/** Scénarios et segments of one client: read, drawn up, rehearsed, put into service. */
@Resolver(() => Strategy)
export class ScenarioAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly drafting: DraftScenario,
    private readonly editing: ReviseDraft,
    private readonly activating: ActivateDraft,
    private readonly dropping: DropDraft,
    private readonly retiring: RetireLine,
    private readonly saving: ReviseSegments,
  ) {}

  @Query(() => Strategy)
  @Allowed('read', 'Scenario')
  strategy(@Ctx() ctx: RequestContext, @Args('clientId', { type: () => ID }) clientId: string): Promise<Strategy> {
    return this.strategyOf(ctx.enter(fromGlobalId('Client', clientId).clientId));
  }

  @Query(() => RehearsalFace, { description: 'A draft tried on the real portfolio, on copies; takes as long as its days.' })
  @Allowed('steer', 'Scenario')
  rehearseDraft(
    @Ctx() ctx: RequestContext,
    @Args('scenarioId', { type: () => ID }) scenarioId: string,
    @Args('moveCases', { type: () => Boolean }) moveCases: boolean,
    @Args('days', { type: () => Int, description: '1 to 90.' }) days: number,
  ): Promise<RehearsalFace> {
    const { clientId, id } = fromGlobalId('Scenario', scenarioId);
    ctx.enter(clientId);
    return this.rehearsal(clientId, days, async () => ({ kind: 'draft', scenarioId: id, moveCases }));
  }

  @Query(() => RehearsalFace, { description: 'Other segments tried on the real portfolio, on copies.' })
  @Allowed('steer', 'Scenario')
  rehearseSegments(
    @Ctx() ctx: RequestContext,
    @Args('clientId', { type: () => ID }) client: string,
    @Args('segments', { type: () => [SegmentInput] }) segments: SegmentInput[],
    @Args('moveWaiting', { type: () => Boolean }) moveWaiting: boolean,
    @Args('days', { type: () => Int }) days: number,
  ): Promise<RehearsalFace> {
    const clientId = ctx.enter(fromGlobalId('Client', client).clientId);
    return this.rehearsal(clientId, days, async (db) => ({ kind: 'segments', segments: await this.read(db, segments), moveWaiting }));
  }

  @Mutation(() => DraftedScenario, { description: 'Draws up the next version of a scenario, or a new one.' })
  @Allowed('steer', 'Scenario')
  async draftScenario(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => DraftScenarioInput }) { clientId: client, scenarioId, name = null, idempotencyKey }: DraftScenarioInput,
  ): Promise<DraftedScenario> {
    const { clientId } = fromGlobalId('Client', client);
    const from = scenarioId !== null && scenarioId !== undefined ? fromGlobalId('Scenario', scenarioId) : null;
    if (from && from.clientId !== clientId) throw new NotFound('Scenario');
    const drafted = await this.performer.perform(ctx, clientId, this.drafting, { fromId: from?.id ?? null, name }, idempotencyKey);
    return { scenarioId: toGlobalId('Scenario', clientId, drafted.scenarioId), strategy: await this.strategyOf(clientId) };
  }

  @Mutation(() => Strategy)
  @Allowed('steer', 'Scenario')
  async reviseDraft(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviseDraftInput }) { scenarioId, revision, name, steps, idempotencyKey }: ReviseDraftInput,
  ): Promise<Strategy> {
    const { clientId, id } = fromGlobalId('Scenario', scenarioId);
    await this.performer.perform(ctx, clientId, this.editing, { scenarioId: id, revision, name, steps: stepsOf(steps) }, idempotencyKey);
    return this.strategyOf(clientId);
  }

  @Mutation(() => MovedCases, { description: 'Puts a draft into service; the former version is kept for what was done by it.' })
  @Allowed('steer', 'Scenario')
  async activateDraft(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ActivateDraftInput }) { scenarioId, revision, moveCases, idempotencyKey }: ActivateDraftInput,
  ): Promise<MovedCases> {
    const { clientId, id } = fromGlobalId('Scenario', scenarioId);
    const { moved } = await this.performer.perform(ctx, clientId, this.activating, { scenarioId: id, revision, moveCases }, idempotencyKey);
    return { moved, strategy: await this.strategyOf(clientId) };
  }

  @Mutation(() => Strategy)
  @Allowed('steer', 'Scenario')
  async dropDraft(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ScenarioInput }) { scenarioId, idempotencyKey }: ScenarioInput,
  ): Promise<Strategy> {
    const { clientId, id } = fromGlobalId('Scenario', scenarioId);
    await this.performer.perform(ctx, clientId, this.dropping, { scenarioId: id }, idempotencyKey);
    return this.strategyOf(clientId);
  }

  @Mutation(() => Strategy, { description: 'No new case begins it; those under way end it.' })
  @Allowed('steer', 'Scenario')
  async retireScenario(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ScenarioInput }) { scenarioId, idempotencyKey }: ScenarioInput,
  ): Promise<Strategy> {
    const { clientId, id } = fromGlobalId('Scenario', scenarioId);
    await this.performer.perform(ctx, clientId, this.retiring, { scenarioId: id }, idempotencyKey);
    return this.strategyOf(clientId);
  }

  @Mutation(() => MovedCases)
  @Allowed('steer', 'Scenario')
  async reviseSegments(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviseSegmentsInput }) { clientId: client, segments, moveWaiting, idempotencyKey }: ReviseSegmentsInput,
  ): Promise<MovedCases> {
    const clientId = ctx.enter(fromGlobalId('Client', client).clientId);
    const read = await this.database.inTenant(clientId, (db) => this.read(db, segments));
    const { moved } = await this.performer.perform(ctx, clientId, this.saving, { segments: read, moveWaiting }, idempotencyKey);
    return { moved, strategy: await this.strategyOf(clientId) };
  }

  private strategyOf(clientId: string): Promise<Strategy> {
    return this.database.inTenant(clientId, readStrategy);
  }

  private async read(db: TenantDb, segments: readonly SegmentInput[]): Promise<Segment[]> {
    const lines = new Map((await readScenarios(db)).map(({ id, lineId }) => [id, lineId]));
    return segmentsOf(db.clientId, segments, lines);
  }

  private rehearsal(clientId: string, days: number, change: (db: TenantDb) => Promise<Change>): Promise<RehearsalFace> {
    return this.database.inTenant(clientId, async (db) => {
      const { currency } = (await db.row<{ currency: string }>(
        `select coalesce((select currency from cases where client_id = $1 order by opened_on desc limit 1), 'EUR') as currency`,
        [clientId],
      ))!;
      return rehearsalOf(db, await rehearse(db, { change: await change(db), days }), currency);
    });
  }
}
