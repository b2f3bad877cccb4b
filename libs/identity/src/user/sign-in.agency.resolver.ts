import { Ctx, OpenTo, RequestContext, Res, type ContextRequest } from '@amiable/platform';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { requireSingleField } from './one-sign-in';
import { Me, meOf } from './sign-in.agency.types';
import { SignIn } from './sign-in';
import { SignInInput } from './sign-in.types';
import { SignOut } from './sign-out';
import { UserQueries } from './user.queries';

@Resolver(() => Me)
export class SignInAgencyResolver {
  constructor(
    private readonly signInStaff: SignIn,
    private readonly signOutStaff: SignOut,
    private readonly users: UserQueries,
  ) {}

  @Query(() => Me, { nullable: true })
  @OpenTo('the console asks it first; nobody signed in is answered null')
  async me(@Ctx() ctx: RequestContext): Promise<Me | null> {
    return ctx.actor.kind === 'staff' ? meOf(ctx, await this.users.staffMember(ctx.actor.id)) : null;
  }

  @Mutation(() => Me)
  @OpenTo('who signs in is not signed in yet')
  async signIn(@Args('input') input: SignInInput, @Info() info: GraphQLResolveInfo, @Res() res: Response): Promise<Me> {
    requireSingleField(info);
    const ctx = await this.signInStaff.run({ audience: 'agency', email: input.email, password: input.password }, res.req, res);
    (res.req as ContextRequest).context = ctx; // fields after this one in the same request are the user's
    return (await this.me(ctx))!;
  }

  @Mutation(() => Boolean)
  @OpenTo('ending a session that is over is no fault')
  signOut(@Ctx() ctx: RequestContext, @Res() res: Response): Promise<boolean> {
    return this.signOutStaff.run(ctx, res.req, res);
  }
}
