import { Allowed, Ctx, fromGlobalId, RequestContext } from '@amiable/platform';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { ClientMovementQueries } from './client-movement.queries';
import { ClientMovement } from './client-movement.types';
import { ClientRemittanceQueries } from './client-remittance.queries';
import { ClientRemittance } from './client-remittance.types';

@Resolver(() => ClientRemittance)
export class ClientRemittanceResolver {
  private readonly loaders = new WeakMap<RequestContext, DataLoader<string, ClientMovement[]>>();

  constructor(
    private readonly queries: ClientRemittanceQueries,
    private readonly money: ClientMovementQueries,
  ) {}

  @Query(() => [ClientRemittance])
  @Allowed('read', 'Remittance')
  remittances(@Ctx() ctx: RequestContext): Promise<ClientRemittance[]> {
    return this.queries.remittances(ctx);
  }

  @Query(() => ClientRemittance)
  @Allowed('read', 'Remittance')
  remittance(@Ctx() ctx: RequestContext, @Args('remittanceId', { type: () => ID }) remittanceId: string): Promise<ClientRemittance> {
    const asked = fromGlobalId('Remittance', remittanceId);
    ctx.enter(asked.clientId);
    return this.queries.remittance(ctx, asked.id);
  }

  /** One statement for the lines of every remittance of a request. */
  @ResolveField(() => [ClientMovement])
  movements(@Ctx() ctx: RequestContext, @Parent() remittance: ClientRemittance): Promise<ClientMovement[]> {
    let loader = this.loaders.get(ctx);
    if (!loader) this.loaders.set(ctx, (loader = new DataLoader((ids) => this.money.movementsOfRemittances(ctx, ids))));
    return loader.load(remittance.uuid);
  }
}
