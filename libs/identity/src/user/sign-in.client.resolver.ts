import { Ctx, OpenTo, RequestContext, Res, WhileViewing, type ContextRequest } from '@amiable/platform';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { requireSingleField } from './one-sign-in';
import { ClientMe, clientMeOf } from './sign-in.client.types';
import { SignIn } from './sign-in';
import { SignInInput } from './sign-in.types';
import { SignOut } from './sign-out';
import { UserQueries } from './user.queries';

@Resolver(() => ClientMe)
export class SignInClientResolver {
  constructor(
    private readonly signInUser: SignIn,
    private readonly signOutUser: SignOut,
    private readonly users: UserQueries,
  ) {}

  @Query(() => ClientMe, { nullable: true })
  @OpenTo('the portal asks it first; nobody signed in is answered null')
  async me(@Ctx() ctx: RequestContext): Promise<ClientMe | null> {
    return ctx.actor.kind === 'client' ? clientMeOf(ctx, await this.users.clientMember(ctx.clientId, ctx.actor.id)) : null;
  }

  @Mutation(() => ClientMe)
  @OpenTo('who signs in is not signed in yet')
  async signIn(@Args('input') input: SignInInput, @Info() info: GraphQLResolveInfo, @Res() res: Response): Promise<ClientMe> {
    requireSingleField(info);
    const ctx = await this.signInUser.run({ audience: 'client', email: input.email, password: input.password }, res.req, res);
    (res.req as ContextRequest).context = ctx; // fields after this one in the same request are the user's
    return (await this.me(ctx))!;
  }

  @Mutation(() => Boolean)
  @WhileViewing()
  @OpenTo('ending a session that is over is no fault')
  signOut(@Ctx() ctx: RequestContext, @Res() res: Response): Promise<boolean> {
    return this.signOutUser.run(ctx, res.req, res);
  }
}
