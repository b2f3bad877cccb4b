import { Allowed, Ctx, Database, type RequestContext } from '@amiable/platform';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { readSearch } from './search.agency.queries';
import { SearchResult } from './search.agency.types';

/** One field that finds a case by anything a caller may say. */
@Resolver(() => SearchResult)
export class SearchAgencyResolver {
  constructor(private readonly database: Database) {}

  @Query(() => SearchResult, {
    description: 'Name, phone, e-mail, invoice number, amount, reference or town; typos and accents do not matter.',
  })
  @Allowed('read', 'Case')
  search(@Ctx() ctx: RequestContext, @Args('text', { type: () => String }) text: string): Promise<SearchResult> {
    return this.database.acrossClients(ctx.portfolio, (db) => readSearch(db, text));
  }
}
