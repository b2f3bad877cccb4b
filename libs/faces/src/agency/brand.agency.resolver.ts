import { Allowed, Ctx, type RequestContext } from '@amiable/platform';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BrandScreens } from '../brand/brand-screens';
import { ClaimHostInput, ReviseBrandInput, RestoreBrandVersionInput } from '../brand/brand-screen.types';
import { BrandLookCheckOfAgency, BrandOfAgency } from './brand.agency.types';

/** The brand editor. */
@Resolver()
export class BrandAgencyResolver {
  constructor(private readonly screens: BrandScreens) {}

  @Query(() => BrandOfAgency)
  @Allowed('edit', 'Brand')
  brand(@Ctx() ctx: RequestContext, @Args('brandId', { type: () => ID }) brandId: string): Promise<BrandOfAgency> {
    return this.screens.read(ctx, brandId);
  }

  @Query(() => [BrandLookCheckOfAgency], { description: 'What is made of two colours, in both schemes.' })
  @Allowed('edit', 'Brand')
  brandLook(
    @Args('primary', { type: () => String }) primary: string,
    @Args('secondary', { type: () => String, nullable: true }) secondary?: string | null,
  ): BrandLookCheckOfAgency[] {
    return this.screens.look(primary, secondary ?? null);
  }

  @Mutation(() => BrandOfAgency)
  @Allowed('edit', 'Brand')
  reviseBrand(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ReviseBrandInput }) input: ReviseBrandInput,
  ): Promise<BrandOfAgency> {
    return this.screens.edit(ctx, input);
  }

  @Mutation(() => BrandOfAgency)
  @Allowed('edit', 'Brand')
  restoreBrandVersion(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => RestoreBrandVersionInput }) input: RestoreBrandVersionInput,
  ): Promise<BrandOfAgency> {
    return this.screens.restore(ctx, input);
  }

  @Mutation(() => BrandOfAgency)
  @Allowed('edit', 'Brand')
  claimHost(@Ctx() ctx: RequestContext, @Args('input', { type: () => ClaimHostInput }) input: ClaimHostInput): Promise<BrandOfAgency> {
    return this.screens.claimHost(ctx, input);
  }

  @Mutation(() => BrandOfAgency, { description: 'Looks for the proof in the DNS.' })
  @Allowed('edit', 'Brand')
  verifyHost(@Ctx() ctx: RequestContext, @Args('hostId', { type: () => ID }) hostId: string): Promise<BrandOfAgency> {
    return this.screens.verifyHost(ctx, hostId);
  }

  @Mutation(() => BrandOfAgency)
  @Allowed('edit', 'Brand')
  revokeHost(@Ctx() ctx: RequestContext, @Args('hostId', { type: () => ID }) hostId: string): Promise<BrandOfAgency> {
    return this.screens.revokeHost(ctx, hostId);
  }
}
