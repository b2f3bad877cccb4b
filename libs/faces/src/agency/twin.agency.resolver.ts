import { JoinDebtors, readTwins, SeparateDebtors, TellTwinsApart } from '@amiable/cases';
import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, moneyOf, toGlobalId, type IdKind, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CasePage } from './case.agency.types';
import { CaseScreens } from './case-screens';
import { DebtorTwin, JoinDebtorsInput, SeparateDebtorsInput, TellTwinsApartInput } from './twin.agency.types';

/** Doublons of the debtor of a case: proposed, joined, separated, told apart. */
@Resolver(() => CasePage)
export class TwinAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly screens: CaseScreens,
    private readonly joining: JoinDebtors,
    private readonly separating: SeparateDebtors,
    private readonly telling: TellTwinsApart,
  ) {}

  @ResolveField(() => [DebtorTwin])
  async twins(@Ctx() ctx: RequestContext, @Parent() { debtor }: CasePage): Promise<DebtorTwin[]> {
    const { clientId, id } = fromGlobalId('Debtor', debtor.id);
    ctx.enter(clientId);
    const twins = await this.database.inTenant(clientId, (db) => readTwins(db, id));
    return twins.map(({ reasons, cases, jointId, ...twin }) => ({
      ...twin,
      id: toGlobalId('Debtor', clientId, twin.id),
      reasons: [...reasons],
      cases: cases.map((one) => ({
        id: toGlobalId('Case', clientId, one.id),
        reference: one.reference,
        open: moneyOf(BigInt(one.open_minor), one.currency),
      })),
      jointId: jointId && toGlobalId('DebtorJoint', clientId, jointId),
    }));
  }

  @Mutation(() => CasePage)
  @Allowed('work', 'Case')
  joinDebtors(@Ctx() ctx: RequestContext, @Args('input', { type: () => JoinDebtorsInput }) input: JoinDebtorsInput): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const { keepsOther, expectedVersion, twinVersion, idempotencyKey } = input;
    const twinId = idIn(clientId, 'Debtor', input.twinId);
    return this.screens.write(
      ctx,
      clientId,
      this.joining,
      { caseId: id, twinId, keepsOther, expectedVersion, twinVersion },
      idempotencyKey,
    );
  }

  @Mutation(() => CasePage)
  @Allowed('work', 'Case')
  separateDebtors(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => SeparateDebtorsInput }) input: SeparateDebtorsInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const jointId = idIn(clientId, 'DebtorJoint', input.jointId);
    return this.screens.write(ctx, clientId, this.separating, { caseId: id, jointId }, input.idempotencyKey);
  }

  @Mutation(() => CasePage, { description: 'The two are not the same: they are never proposed again.' })
  @Allowed('work', 'Case')
  tellTwinsApart(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => TellTwinsApartInput }) input: TellTwinsApartInput,
  ): Promise<CasePage> {
    const { clientId, id } = fromGlobalId('Case', input.caseId);
    const twinId = idIn(clientId, 'Debtor', input.twinId);
    return this.screens.write(ctx, clientId, this.telling, { caseId: id, twinId }, input.idempotencyKey);
  }
}

/** An id of another client is an id of nothing. */
function idIn(clientId: string, kind: IdKind, text: string): string {
  const found = fromGlobalId(kind, text);
  if (found.clientId !== clientId) throw new NotFound(kind);
  return found.id;
}
