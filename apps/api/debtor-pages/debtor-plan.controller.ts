import { OpenTo } from '@amiable/platform';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DebtorPlanPages } from './debtor-plan-pages';
import type { Form } from './debtor-sessions';

/** « Dites-nous ce que vous pouvez payer »: one address for the plan, form posts that lead back to it. */
@Controller(['b/:slug', ''])
@OpenTo('a debtor proves himself by link and postcode, or by reference and code, on the page itself')
export class DebtorPlanController {
  constructor(private readonly pages: DebtorPlanPages) {}

  @Get('plan')
  plan(@Req() req: Request, @Res() res: Response, @Query('new') fresh?: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.show(req, res, slug, fresh !== undefined);
  }

  @Post('plan')
  offer(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.offer(req, res, slug, form);
  }

  @Post('plan/choose')
  choose(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.choose(req, res, slug, form);
  }

  @Post('plan/ask')
  ask(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.ask(req, res, slug, form);
  }

  @Post('plan/decline')
  decline(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.decline(req, res, slug, form);
  }

  @Post('plan/accept')
  accept(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.accept(req, res, slug, form);
  }

  @Post('plan/change')
  change(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.change(req, res, slug, form);
  }

  @Post('plan/pay')
  pay(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.pay(req, res, slug, form);
  }

  @Post('plan/means')
  means(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.means(req, res, slug, form);
  }

  @Get('plan/back/:id')
  back(
    @Req() req: Request,
    @Res() res: Response,
    @Param('id') id: string,
    @Query('left') left: string | undefined,
    @Param('slug') slug?: string,
  ): Promise<void> {
    return this.pages.back(req, res, slug, id, left !== undefined);
  }

  @Get('plan/agreement/:file')
  agreement(@Req() req: Request, @Res() res: Response, @Param('file') file: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.agreement(req, res, slug, file.replace(/\.pdf$/, ''));
  }
}
