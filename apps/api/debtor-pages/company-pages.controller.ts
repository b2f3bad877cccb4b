import { OpenTo } from '@amiable/platform';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Form } from './debtor-sessions';
import { EvidencePages } from './evidence-pages';
import { InvoicePages } from './invoice-pages';
import { LedgerPages } from './ledger-pages';
import { StatementFiles } from './statement-files';

type Asked = Record<string, string | string[] | undefined>;

/** The pages of a company's accountant, behind the debtor's own session: the list, answers to many lines, books compared, files to take away. */
@Controller(['b/:slug', ''])
@OpenTo('every page here begins with the session of a debtor; without one it says that the session is over')
export class CompanyPagesController {
  constructor(
    private readonly invoices: InvoicePages,
    private readonly ledgers: LedgerPages,
    private readonly statements: StatementFiles,
    private readonly evidence: EvidencePages,
  ) {}

  @Get('invoices')
  list(@Req() req: Request, @Res() res: Response, @Query() asked: Asked, @Param('slug') slug?: string): Promise<void> {
    return this.invoices.list(req, res, slug, asked);
  }

  @Post('invoices')
  choose(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.invoices.choose(req, res, slug, form);
  }

  @Get('invoices/answer')
  answer(@Req() req: Request, @Res() res: Response, @Query() asked: Asked, @Param('slug') slug?: string): Promise<void> {
    return this.invoices.ask(req, res, slug, asked);
  }

  @Post('invoices/answer')
  answered(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.invoices.answer(req, res, slug, form);
  }

  @Get('invoices/transfer/:reference')
  transfer(@Req() req: Request, @Res() res: Response, @Param('reference') reference: string, @Param('slug') slug?: string): Promise<void> {
    return this.invoices.transfer(req, res, slug, reference);
  }

  @Get('ledger')
  ledger(@Req() req: Request, @Res() res: Response, @Query() asked: Asked, @Param('slug') slug?: string): Promise<void> {
    return this.ledgers.show(req, res, slug, asked);
  }

  @Post('ledger')
  compare(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.ledgers.compare(req, res, slug);
  }

  @Post('ledger/answer')
  turn(@Req() req: Request, @Res() res: Response, @Body() form: Form, @Param('slug') slug?: string): Promise<void> {
    return this.ledgers.turn(req, res, slug, form);
  }

  @Get('statement.pdf')
  pdf(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.statements.pdf(req, res, slug);
  }

  @Get('statement.xlsx')
  xlsx(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.statements.table(req, res, slug, 'xlsx');
  }

  @Get('statement.csv')
  csv(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.statements.table(req, res, slug, 'csv');
  }

  @Get('statement/copies.zip')
  copies(@Req() req: Request, @Res() res: Response, @Param('slug') slug?: string): Promise<void> {
    return this.evidence.copies(req, res, slug);
  }

  @Get('evidence/:documentId')
  document(
    @Req() req: Request,
    @Res() res: Response,
    @Param('documentId') documentId: string,
    @Param('slug') slug?: string,
  ): Promise<void> {
    return this.evidence.document(req, res, slug, documentId);
  }
}
