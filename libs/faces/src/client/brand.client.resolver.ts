import { Allowed, Ctx, type RequestContext } from '@amiable/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BrandScreens } from '../brand/brand-screens';
import { ClaimHostInput, ReviseBrandInput, RestoreBrandVersionInput } from '../brand/brand-screen.types';
import { BrandLookCheckOfClient, BrandOfClient, ClientBrandName } from './brand.client.types';

/** The brand editor. */
@Resolver()
export class BrandClientResolver {
  constructor(private readonly screens: BrandScreens) {}

  @Query(() => [ClientBrandName])
  @Allowed('edit', 'Brand')
  brands(@Ctx() ctx: RequestContext): Promise<ClientBrandName[]> {
    return this.screens.namesOf(ctx.clientId);
  }

  @Query(() => BrandOfClient)
  @Allowed('edit', 'Brand')
  brand(@Ctx() ctx: RequestContext, @Args('brandId', { type: () => ID }) brandId: string): Promise<BrandOfClient> {
    return this.screens.read(ctx, brandId);
  }

  @Query(() => [BrandLookCheckOfClient], { description: 'What is made of two colours, in both schemes.' })
  @Allowed('edit', 'Brand')
  brandLook(
    @Args('primary', { type: () => String }) primary: string,
    @Args('secondary', { type: () => String, nullable: true }) secondary?: string | null,
  ): BrandLookCheckOfClient[] {
    return this.screens.look(primary, secondary ?? null);
  }

  @Mutation(() => BrandOfClient)
  @Allowed('edit', 'Brand')
  reviseBrand(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviseBrandInput }) input: ReviseBrandInput,
  ): Promise<BrandOfClient> {
    return this.screens.edit(ctx, input);
  }

  @Mutation(() => BrandOfClient)
  @Allowed('edit', 'Brand')
  restoreBrandVersion(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => RestoreBrandVersionInput }) input: RestoreBrandVersionInput,
  ): Promise<BrandOfClient> {
    return this.screens.restore(ctx, input);
  }

  @Mutation(() => BrandOfClient)
  @Allowed('edit', 'Brand')
  claimHost(@Ctx() ctx: RequestContext, @Args('input', { type: () => ClaimHostInput }) input: ClaimHostInput): Promise<BrandOfClient> {
    return this.screens.claimHost(ctx, input);
  }

  @Mutation(() => BrandOfClient, { description: 'Looks for the proof in the DNS.' })
  @Allowed('edit', 'Brand')
  verifyHost(@Ctx() ctx: RequestContext, @Args('hostId', { type: () => ID }) hostId: string): Promise<BrandOfClient> {
    return this.screens.verifyHost(ctx, hostId);
  }

  @Mutation(() => BrandOfClient)
  @Allowed('edit', 'Brand')
  revokeHost(@Ctx() ctx: RequestContext, @Args('hostId', { type: () => ID }) hostId: string): Promise<BrandOfClient> {
    return this.screens.revokeHost(ctx, hostId);
  }
}
