import { Allowed, Ctx, PageInput, RequestContext } from '@amiable/platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ClientMovementQueries } from './client-movement.queries';
import { ClientMovement, ClientMovementConnection } from './client-movement.types';

@Resolver(() => ClientMovement)
export class ClientMovementResolver {
  constructor(private readonly queries: ClientMovementQueries) {}

  @Query(() => ClientMovementConnection)
  @Allowed('read', 'Movement')
  movements(@Ctx() ctx: RequestContext, @Args('page') page: PageInput): Promise<ClientMovementConnection> {
    return this.queries.movements(ctx, page);
  }
}
