import { Allowed, Ctx, OpenTo, RequestContext, Res, WhileViewing, type ContextRequest } from '@amiable/platform';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { requireSingleField } from './one-sign-in';
import { ChooseShortcuts } from './choose-shortcuts';
import { ChooseShortcutsInput, Me, meOf } from './sign-in.agency.types';
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
    private readonly choosing: ChooseShortcuts,
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

  @Mutation(() => Me, { description: 'Keeps the keys of this person; keys that are not named stay those of the house.' })
  @Allowed('read', 'Case')
  async chooseShortcuts(@Ctx() ctx: RequestContext, @Args('input') { letterKeys, keys }: ChooseShortcutsInput): Promise<Me> {
    await this.choosing.run(ctx, { letterKeys, keys: Object.fromEntries(keys.map(({ key, chosen }) => [key, chosen])) });
    return (await this.me(ctx))!;
  }

  @Mutation(() => Boolean)
  @WhileViewing()
  @OpenTo('ending a session that is over is no fault')
  signOut(@Ctx() ctx: RequestContext, @Res() res: Response): Promise<boolean> {
    return this.signOutStaff.run(ctx, res.req, res);
  }
}
