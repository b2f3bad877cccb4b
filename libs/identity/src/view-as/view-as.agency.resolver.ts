import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, fromGlobalId, OpenTo, Res, WhileViewing, type RequestContext } from '@amiable/platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import { ViewAs } from './view-as';
import { StaffViewFace, ViewAsInput } from './view-as.types';

/** Voir comme: looking through another user's eyes, and who did. */
@Resolver(() => StaffViewFace)
export class ViewAsAgencyResolver {
  constructor(private readonly viewing: ViewAs) {}

  @Query(() => [StaffViewFace], { description: 'The last hundred looks through another’s eyes, the newest first.' })
  @Allowed('viewAs', 'User')
  async staffViews(@Ctx() ctx: RequestContext): Promise<StaffViewFace[]> {
    return (await this.viewing.list(ctx)).map(({ audience, ...view }) => ({ ...view, inPortal: audience === 'client' }));
  }

  @Mutation(() => Boolean, { description: 'From now on this browser sees what that user sees, read-only, for half an hour.' })
  @Allowed('viewAs', 'User')
  async openView(
    @Ctx() ctx: RequestContext,
    @Args('input', { type: () => ViewAsInput }) { staff, clientUserId, reason }: ViewAsInput,
    @Res() res: Response,
  ): Promise<boolean> {
    if (Boolean(staff) === Boolean(clientUserId)) throw new NotFound('User'); // exactly one
    if (staff) await this.viewing.open(ctx, { audience: 'agency', id: fromGlobalId('StaffUser', staff).id }, reason, res.req, res);
    else await this.viewing.open(ctx, { audience: 'client', ...fromGlobalId('ClientUser', clientUserId!) }, reason, res.req, res);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Back to oneself.' })
  @WhileViewing()
  @OpenTo('ending a view that is over is no fault')
  async endView(@Res() res: Response): Promise<boolean> {
    await this.viewing.end('agency', res.req, res);
    return true;
  }
}
