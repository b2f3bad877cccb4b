import { Allowed, Ctx, OpenTo, Res, WhileViewing, type RequestContext } from '@amiable/platform';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import { ViewAs } from './view-as';
import { AgencyViewFace } from './view-as.types';

/** In the portal a view can only be ended, and its client reads of it afterwards. */
@Resolver(() => AgencyViewFace)
export class ViewAsClientResolver {
  constructor(private readonly viewing: ViewAs) {}

  @Query(() => [AgencyViewFace], { description: 'Who of the agency looked as one of our users, the newest first.' })
  @Allowed('read', 'StaffView')
  agencyViews(@Ctx() ctx: RequestContext): Promise<AgencyViewFace[]> {
    return this.viewing.listOfClient(ctx);
  }

  @Mutation(() => Boolean, { description: 'Ends a look through this user’s eyes.' })
  @WhileViewing()
  @OpenTo('ending a view that is over is no fault')
  async endView(@Res() res: Response): Promise<boolean> {
    await this.viewing.end('client', res.req, res);
    return true;
  }
}
