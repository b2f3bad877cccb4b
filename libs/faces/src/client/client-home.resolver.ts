import { Allowed, Ctx, RequestContext } from '@amiable/platform';
import { Query, Resolver } from '@nestjs/graphql';
import { ClientHomeQueries } from './client-home.queries';
import { ClientHome } from './client-home.types';

@Resolver(() => ClientHome)
export class ClientHomeResolver {
  constructor(private readonly queries: ClientHomeQueries) {}

  @Query(() => ClientHome)
  @Allowed('read', 'Case')
  home(@Ctx() ctx: RequestContext): Promise<ClientHome> {
    return this.queries.home(ctx);
  }
}
