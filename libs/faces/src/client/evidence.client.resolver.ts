import { DetachEvidence, ShowEvidence } from '@amiable/cases';
import { Allowed, Ctx, Database, fromGlobalId, Performer, type RequestContext } from '@amiable/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { readEvidence } from '../evidence/read-evidence';
import { ClientEvidence, ClientDetachEvidenceInput, ClientShowEvidenceInput } from './evidence.client.types';

/** The documents that prove the invoices of a case; they are attached by plain upload. */
@Resolver(() => ClientEvidence)
export class EvidenceClientResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly showing: ShowEvidence,
    private readonly removing: DetachEvidence,
  ) {}

  @Query(() => [ClientEvidence])
  @Allowed('read', 'Case')
  evidence(@Ctx() ctx: RequestContext, @Args('caseId', { type: () => ID }) caseId: string): Promise<ClientEvidence[]> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    return this.read(ctx, clientId, id);
  }

  @Mutation(() => [ClientEvidence], { description: 'Shows a document to the debtor or keeps it from him; answers all of the case.' })
  @Allowed('attach', 'Case')
  async showEvidence(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ClientShowEvidenceInput }) { documentId, debtorSees, idempotencyKey }: ClientShowEvidenceInput,
  ): Promise<ClientEvidence[]> {
    const { clientId, id } = fromGlobalId('Document', documentId);
    const { caseId } = await this.performer.perform(ctx, clientId, this.showing, { documentId: id, debtorSees }, idempotencyKey);
    return this.read(ctx, clientId, caseId);
  }

  @Mutation(() => [ClientEvidence], { description: 'Takes a document off its invoice; answers what is left on the case.' })
  @Allowed('attach', 'Case')
  async detachEvidence(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ClientDetachEvidenceInput }) { documentId, idempotencyKey }: ClientDetachEvidenceInput,
  ): Promise<ClientEvidence[]> {
    const { clientId, id } = fromGlobalId('Document', documentId);
    const { caseId } = await this.performer.perform(ctx, clientId, this.removing, { documentId: id }, idempotencyKey);
    return this.read(ctx, clientId, caseId);
  }

  private read(ctx: RequestContext, clientId: string, caseId: string): Promise<ClientEvidence[]> {
    ctx.enter(clientId);
    return this.database.inTenant(clientId, (db) => readEvidence(db, caseId));
  }
}
