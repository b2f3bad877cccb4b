import { readClaim, readInvoices, stateOfLine, statementSheet } from '@amiable/faces';
import { dayOf, toDecimal } from '@amiable/kernel';
import { gatherFacts, loadMessageCase, renderStatement, statementTexts, themeOf } from '@amiable/outreach';
import { Database, PdfPrinter, SETTINGS, Throttle, TooManyTries, writeCsv, writeXlsx, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DebtorPageFrames } from './debtor-page-frames';
import { DebtorSessions } from './debtor-sessions';
import { head } from './file-head';

/** Printing takes a browser: so many statements per case and hour. */
const printLimit = { name: 'debtor-statement', hits: 20, seconds: 3_600 };

/** The statement of account to take away: on the letterhead as PDF, as a workbook, as CSV. */
@Injectable()
export class StatementFiles {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly database: Database,
    private readonly printer: PdfPrinter,
    private readonly throttle: Throttle,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async pdf(req: Request, res: Response, slug: string | undefined): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    try {
      await this.throttle.hit({ limit: printLimit, key: open.caseId });
    } catch (error) {
      if (!(error instanceof TooManyTries)) throw error;
      return this.frames.send(res, { ...open.frame, kind: 'problem', status: 429, reference: null }, 429);
    }
    const { language } = open.frame;
    const html = await this.database.inTenant(open.clientId, async (db) => {
      const known = await loadMessageCase(db, open.caseId);
      const { claim } = await readClaim(db, open.caseId);
      const today = dayOf(db.clock).toString();
      const lines = await readInvoices(db, open.caseId);
      const money = (minor: bigint) => ({ amount: toDecimal(minor), currency: claim.open.currency });
      return renderStatement({
        language,
        facts: await gatherFacts(db, known, { reference: claim.reference, linkToken: null, note: null }, this.settings),
        theme: themeOf(known),
        lines: lines.map((line) => ({
          number: line.number,
          issuedOn: line.issuedOn,
          dueOn: line.dueOn,
          amount: money(line.amount),
          paid: money(line.amount - line.open),
          open: money(line.open),
          state: stateOfLine(line, today),
        })),
        payments: claim.payments,
        contested: money(lines.reduce((sum, { disputed }) => sum + disputed, 0n)),
      });
    });
    head(res, `${statementTexts[language].file}.pdf`, 'application/pdf');
    res.send(await this.printer.print(html, open.clientId));
  }

  async table(req: Request, res: Response, slug: string | undefined, kind: 'xlsx' | 'csv'): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const { language } = open.frame;
    const sheet = await this.database.inTenant(open.clientId, async (db) => {
      const { claim } = await readClaim(db, open.caseId);
      return statementSheet(await readInvoices(db, open.caseId), {
        currency: claim.open.currency,
        today: dayOf(db.clock).toString(),
        language,
      });
    });
    const type = kind === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8';
    head(res, `${statementTexts[language].file}.${kind}`, type);
    await pipeline(Readable.from(kind === 'xlsx' ? writeXlsx(sheet) : writeCsv(sheet, language === 'en' ? 'machine' : 'french')), res);
  }
}
