import { NotFound } from '@amiable/kernel';
import { OpenCheckout, StartPayment } from '@amiable/payments';
import { Allowed, Ctx, Database, fromGlobalId, Performer, toGlobalId, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DebtorDebt, DebtorPaymentStart, DebtorStartPaymentInput } from './debt.debtor.types';
import { readClaim } from './read-claim';

/** The debtor's endpoint: the one case of the session, and the way to pay it. */
@Resolver(() => DebtorDebt)
export class DebtDebtorResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly starting: StartPayment,
    private readonly checkout: OpenCheckout,
  ) {}

  @Query(() => DebtorDebt)
  @Allowed('read', 'Case')
  async debt(@Ctx() ctx: RequestContext): Promise<DebtorDebt> {
    const { clientId, caseId } = sessionOf(ctx);
    const { claim } = await this.database.inTenant(clientId, (db) => readClaim(db, caseId));
    return {
      reference: claim.reference,
      state: claim.state,
      creditorName: claim.speaker.creditor.name,
      agencyName: claim.speaker.agency?.name ?? null,
      open: claim.open,
      paid: claim.paid,
      lines: [...claim.lines],
    };
  }

  @Mutation(() => DebtorPaymentStart)
  @Allowed('pay', 'Case')
  async startPayment(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => DebtorStartPaymentInput }) input: DebtorStartPaymentInput,
  ): Promise<DebtorPaymentStart> {
    const { clientId, caseId } = sessionOf(ctx);
    const invoiceIds = (input.invoiceIds ?? []).map((id) => {
      const invoice = fromGlobalId('Invoice', id);
      if (invoice.clientId !== clientId) throw new NotFound('Invoice');
      return invoice.id;
    });
    const { paymentId } = await this.performer.perform(
      ctx,
      clientId,
      this.starting,
      { caseId, choice: input.choice, invoiceIds, amount: input.amount ?? null, language: ctx.language },
      input.idempotencyKey,
    );
    return { paymentId: toGlobalId('Payment', clientId, paymentId), checkoutUrl: await this.checkout.open(ctx, clientId, paymentId) };
  }
}

function sessionOf(ctx: RequestContext): { clientId: string; caseId: string } {
  if (ctx.actor.kind !== 'debtor') throw new NotFound('Case');
  return ctx.actor;
}
