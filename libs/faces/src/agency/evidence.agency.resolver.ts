import { DetachEvidence, ShowEvidence } from '@amiable/cases';
import { Allowed, Ctx, Database, fromGlobalId, Performer, type RequestContext } from '@amiable/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { readEvidence } from '../evidence/read-evidence';
import { Evidence, DetachEvidenceInput, ShowEvidenceInput } from './evidence.agency.types';

/** The documents that prove the invoices of a case; they are attached by plain upload. */
@Resolver(() => Evidence)
export class EvidenceAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly showing: ShowEvidence,
    private readonly removing: DetachEvidence,
  ) {}

  @Query(() => [Evidence])
  @Allowed('read', 'Case')
  evidence(@Ctx() ctx: RequestContext, @Args('caseId', { type: () => ID }) caseId: string): Promise<Evidence[]> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    return this.read(ctx, clientId, id);
  }

  @Mutation(() => [Evidence], { description: 'Shows a document to the debtor or keeps it from him; answers all of the case.' })
  @Allowed('attach', 'Case')
  async showEvidence(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ShowEvidenceInput }) { documentId, debtorSees, idempotencyKey }: ShowEvidenceInput,
  ): Promise<Evidence[]> {
    const { clientId, id } = fromGlobalId('Document', documentId);
    const { caseId } = await this.performer.perform(ctx, clientId, this.showing, { documentId: id, debtorSees }, idempotencyKey);
    return this.read(ctx, clientId, caseId);
  }

  @Mutation(() => [Evidence], { description: 'Takes a document off its invoice; answers what is left on the case.' })
  @Allowed('attach', 'Case')
  async detachEvidence(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => DetachEvidenceInput }) { documentId, idempotencyKey }: DetachEvidenceInput,
  ): Promise<Evidence[]> {
    const { clientId, id } = fromGlobalId('Document', documentId);
    const { caseId } = await this.performer.perform(ctx, clientId, this.removing, { documentId: id }, idempotencyKey);
    return this.read(ctx, clientId, caseId);
  }

  private read(ctx: RequestContext, clientId: string, caseId: string): Promise<Evidence[]> {
    ctx.enter(clientId);
    return this.database.inTenant(clientId, (db) => readEvidence(db, caseId));
  }
}
