import { OpenTo } from '@amiable/platform';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Form } from './debtor-sessions';
import { TransferPages } from './transfer-pages';

/** « J'ai fait le virement »: announced, and taken back. Behind an open session. */
@Controller(['b/:slug', ''])
@OpenTo('a debtor proves himself on the door; each page asks for the open session')
export class TransferPagesController {
  constructor(private readonly pages: TransferPages) {}

  @Get('transfer')
  ask(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.pages.ask(req, res, slug);
  }

  @Post('transfer')
  announce(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.announce(req, res, slug, form);
  }

  @Post('transfer/withdraw')
  withdraw(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.pages.withdraw(req, res, slug, form);
  }
}
