import { RecordCreditLimit, RecordExternalScore } from '@amiable/cases';
import { readPayer } from '@amiable/insights';
import { Allowed, Ctx, Database, fromGlobalId, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { creditLimitOf } from '../credit-limit.types';
import { CasePage } from './case.agency.types';
import { CaseScreens } from './case-screens';
import { PayerProfile, RecordCreditLimitInput, RecordExternalScoreInput } from './payer.agency.types';

/** Profil payeur of the debtor of a case. */
@Resolver(() => CasePage)
export class PayerAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly screens: CaseScreens,
    private readonly recording: RecordExternalScore,
    private readonly limiting: RecordCreditLimit,
  ) {}

  @ResolveField(() => PayerProfile)
  async payer(@Ctx() ctx: RequestContext, @Parent() { debtor }: CasePage): Promise<PayerProfile> {
    const { clientId, id } = fromGlobalId('Debtor', debtor.id);
    ctx.enter(clientId);
    const { behaviour, reasons, external, score, grade, limit } = await this.database.inTenant(clientId, (db) => readPayer(db, id));
    const { settled, onTime, daysLate } = behaviour;
    return {
      score,
      grade,
      settled,
      onTime,
      daysLate,
      reasons: [...reasons],
      external: [...external],
      limit: limit && creditLimitOf(limit),
    };
  }

  @Mutation(() => CasePage, { description: 'What this client lets the debtor owe from today on.' })
  @Allowed('limit', 'Case')
  recordCreditLimit(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => RecordCreditLimitInput }) { caseId, amount, source, until, idempotencyKey }: RecordCreditLimitInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', caseId);
    return this.screens.write(ctx, clientId, this.limiting, { caseId: id, amount, source, until: until ?? null }, idempotencyKey);
  }

  @Mutation(() => CasePage)
  @Allowed('score', 'Case')
  recordExternalScore(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => RecordExternalScoreInput }) input: RecordExternalScoreInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const { source, value, scoredOn, scale = null } = input;
    return this.screens.write(ctx, clientId, this.recording, { caseId: id, source, value, scale, scoredOn }, input.idempotencyKey);
  }
}
