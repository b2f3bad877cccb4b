import { OpenTo, Res, WhileViewing } from '@amiable/platform';
import { Mutation, Resolver } from '@nestjs/graphql';
import type { Response } from 'express';
import { ViewAs } from './view-as';

/** In the portal a view can only be ended. */
@Resolver()
export class ViewAsClientResolver {
  constructor(private readonly viewing: ViewAs) {}

  @Mutation(() => Boolean, { description: 'Ends a look through this user’s eyes.' })
  @WhileViewing()
  @OpenTo('ending a view that is over is no fault')
  async endView(@Res() res: Response): Promise<boolean> {
    await this.viewing.end('client', res.req, res);
    return true;
  }
}
