import { StopAsking } from '@amiable/cases';
import { RevokeLinks } from '@amiable/outreach';
import { Allowed, Ctx, fromGlobalId, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CasePage } from './case.agency.types';
import { CaseScreens } from './case-screens';
import { RevokeLinksInput, StopAskingInput } from './protect-debtor.agency.types';

/** What a collector does so that nobody is asked wrongly, and nobody reads what is not theirs. */
@Resolver(() => CasePage)
export class ProtectDebtorAgencyResolver {
  constructor(
    private readonly screens: CaseScreens,
    private readonly stopping: StopAsking,
    private readonly revoking: RevokeLinks,
  ) {}

  @Mutation(() => CasePage)
  @Allowed('hold', 'Case')
  stopAsking(@Ctx() ctx: RequestContext, @Args('input', { type: () => StopAskingInput }) input: StopAskingInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const { why, note, expectedVersion } = input;
    return this.screens.write(ctx, clientId, this.stopping, { caseId: id, why, reason: note, expectedVersion }, input.idempotencyKey);
  }

  @Mutation(() => CasePage)
  @Allowed('contact', 'Case')
  revokeLinks(@Ctx() ctx: RequestContext, @Args('input', { type: () => RevokeLinksInput }) input: RevokeLinksInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    return this.screens.write(ctx, clientId, this.revoking, { caseId: id }, input.idempotencyKey);
  }
}
