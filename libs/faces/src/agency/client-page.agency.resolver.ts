import { OpenBrand, ReopenBrand, SignMandate, SuspendBrand, TakeOnClient } from '@amiable/clients';
import { InviteClientUser } from '@amiable/identity';
import { parseDecimal } from '@amiable/kernel';
import { Allowed, Ctx, Database, fromGlobalId, Performer, SETTINGS, type RequestContext, type Settings } from '@amiable/platform';
import { ActivateScenario } from '@amiable/strategies';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { readClientPage } from './client-page.agency.queries';
import {
  ActivateScenarioInput,
  ClientPage,
  InviteClientUserInput,
  OpenBrandInput,
  OpenClientInput,
  ReopenBrandInput,
  SignMandateInput,
  SuspendBrandInput,
} from './client-page.agency.types';

/** A client opened: who it is, what was agreed, and the steps that make a new one live. */
@Resolver(() => ClientPage)
export class ClientPageAgencyResolver {
  constructor(
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly takingOn: TakeOnClient,
    private readonly openingBrand: OpenBrand,
    private readonly signing: SignMandate,
    private readonly suspending: SuspendBrand,
    private readonly reopening: ReopenBrand,
    private readonly activating: ActivateScenario,
    private readonly inviting: InviteClientUser,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Query(() => ClientPage)
  @Allowed('read', 'Client')
  client(@Ctx() ctx: RequestContext, @Args('clientId', { type: () => ID }) clientId: string): Promise<ClientPage> {
    return this.page(ctx.enter(fromGlobalId('Client', clientId).clientId));
  }

  @Mutation(() => ClientPage)
  @Allowed('open', 'Client')
  async openClient(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => OpenClientInput }) input: OpenClientInput,
  ): Promise<ClientPage> {
    const { settlementIban = null, settlementHolder = null, ...company } = input;
    return this.page(await this.takingOn.take(ctx, { ...company, settlementIban, settlementHolder }));
  }

  @Mutation(() => ClientPage)
  @Allowed('open', 'Client')
  async openBrand(@Ctx() ctx: RequestContext, @Args('input', { type: () => OpenBrandInput }) input: OpenBrandInput): Promise<ClientPage> {
    const { clientId } = fromGlobalId('Client', input.clientId);
    const { name, slug, primaryColour, senderEmail, website, language } = input;
    const brand = { name, slug, primaryColour, senderEmail, website, language };
    await this.performer.perform(ctx, clientId, this.openingBrand, brand, input.idempotencyKey);
    return this.page(clientId);
  }

  @Mutation(() => ClientPage)
  @Allowed('open', 'Client')
  async signMandate(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => SignMandateInput }) {
      brandId,
      idempotencyKey,
      smallestPayment,
      feeTiers,
      plan,
      late,
      limits,
      ...terms
    }: SignMandateInput,
  ): Promise<ClientPage> {
    const { clientId, id } = fromGlobalId('Brand', brandId);
    const tiers = feeTiers.map(({ upToMonths = null, percent }) => ({ upToMonths, percent }));
    const signed = {
      brandId: id,
      terms: {
        ...terms,
        feeTiers: tiers,
        smallestPaymentMinor: parseDecimal(smallestPayment),
        ...(plan && {
          plan: {
            ...plan,
            smallestInstalmentMinor: parseDecimal(plan.smallestInstalment),
            smallestFirstMinor: parseDecimal(plan.smallestFirst),
          },
        }),
        ...(late && { late: { ...late } }),
        ...(limits && { limits: { ...limits } }),
      },
    };
    await this.performer.perform(ctx, clientId, this.signing, signed, idempotencyKey);
    return this.page(clientId);
  }

  @Mutation(() => ClientPage, { description: 'Shuts the debtor pages of a brand at once; they take no money until it is opened again.' })
  @Allowed('suspend', 'Brand')
  async suspendBrand(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => SuspendBrandInput }) { brandId, reason, idempotencyKey }: SuspendBrandInput,
  ): Promise<ClientPage> {
    const { clientId, id } = fromGlobalId('Brand', brandId);
    await this.performer.perform(ctx, clientId, this.suspending, { brandId: id, reason }, idempotencyKey);
    return this.page(clientId);
  }

  @Mutation(() => ClientPage)
  @Allowed('suspend', 'Brand')
  async reopenBrand(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReopenBrandInput }) { brandId, idempotencyKey }: ReopenBrandInput,
  ): Promise<ClientPage> {
    const { clientId, id } = fromGlobalId('Brand', brandId);
    await this.performer.perform(ctx, clientId, this.reopening, { brandId: id }, idempotencyKey);
    return this.page(clientId);
  }

  @Mutation(() => ClientPage)
  @Allowed('open', 'Client')
  async activateScenario(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ActivateScenarioInput }) { clientId: id, scenario, idempotencyKey }: ActivateScenarioInput,
  ): Promise<ClientPage> {
    const { clientId } = fromGlobalId('Client', id);
    await this.performer.perform(ctx, clientId, this.activating, { choice: scenario }, idempotencyKey);
    return this.page(clientId);
  }

  @Mutation(() => ClientPage)
  @Allowed('invite', 'ClientUser')
  async inviteClientUser(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => InviteClientUserInput }) { clientId: id, idempotencyKey, ...user }: InviteClientUserInput,
  ): Promise<ClientPage> {
    const { clientId } = fromGlobalId('Client', id);
    await this.performer.perform(ctx, clientId, this.inviting, user, idempotencyKey);
    return this.page(clientId);
  }

  private page(clientId: string): Promise<ClientPage> {
    return this.database.inTenant(clientId, (db) => readClientPage(db, this.settings.PUBLIC_URL));
  }
}
