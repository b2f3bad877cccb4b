import { Ctx, OpenTo, type RequestContext } from '@amiable/platform';
import { Args, Field, Info, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { requireSingleField } from '../user/one-sign-in';
import { AcceptInvitation } from './accept-invitation';

@InputType()
export class AcceptInvitationInput {
  @Field(() => String) token: string;
  @Field(() => String) password: string;
}

/** The first password of an invited user of a client. */
@Resolver()
export class InvitationClientResolver {
  constructor(private readonly accepting: AcceptInvitation) {}

  @Mutation(() => String, { description: 'The address to sign in with.' })
  @OpenTo('who was invited proves himself by the link of the invitation')
  async acceptInvitation(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => AcceptInvitationInput }) input: AcceptInvitationInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<string> {
    requireSingleField(info);
    return (await this.accepting.run(ctx, input)).email;
  }
}
