import { OpenTo } from '@amiable/platform';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AnswerPages } from './answer-pages';

/** What a debtor can answer beside paying; each topic under its own address, behind the session of the case. */
@Controller(['b/:slug', ''])
@OpenTo('the session of the debtor is asked for by every page; without one it says that the session is over')
export class AnswersController {
  constructor(private readonly pages: AnswerPages) {}

  @Get('answers/noted/:answerId')
  noted(@Req() req: Request, @Res() res: Response, @Param('answerId') answerId: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.noted(req, res, slug, answerId);
  }

  @Post('answers/noted/:answerId')
  prove(@Req() req: Request, @Res() res: Response, @Param('answerId') answerId: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.prove(req, res, slug, answerId);
  }

  @Get('answers/files/:documentId')
  file(@Req() req: Request, @Res() res: Response, @Param('documentId') documentId: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.file(req, res, slug, documentId);
  }

  @Get('answers/:topic')
  form(@Req() req: Request, @Res() res: Response, @Param('topic') topic: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.form(req, res, slug, topic);
  }

  @Post('answers/:topic')
  send(@Req() req: Request, @Res() res: Response, @Param('topic') topic: string, @Param('slug') slug?: string): Promise<void> {
    return this.pages.send(req, res, slug, topic);
  }
}
