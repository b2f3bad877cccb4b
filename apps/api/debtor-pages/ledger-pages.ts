import {
  actsOf,
  compareLedgers,
  disputeOf,
  ledgerLimits,
  readSupplierLedger,
  type Comparison,
  type Difference,
  type OurLedger,
} from '@amiable/cases';
import { isChoosable, keyOfLine, readClaim, readInvoices, toLineDocument, type ShownDocument } from '@amiable/faces';
import { FormTokens } from '@amiable/identity';
import { dayOf, Refusal, toDecimal } from '@amiable/kernel';
import { csvFile, Database, Performer, readUpload, Throttle, xlsxFile, type ContextRequest } from '@amiable/platform';
import {
  AnswerDifference,
  farthestDaysOf,
  KeepSupplierLedger,
  readOurLedger,
  storedLedgerOf,
  type StoredLedger,
} from '@amiable/resolution';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { LedgerComparison, LedgerDifference } from '../../../libs/web-kit/src/debtor-pages';
import { dayIn } from './answers/answer-forms';
import { DebtorPageFrames } from './debtor-page-frames';
import { DebtorSessions, type Form, type OpenCase } from './debtor-sessions';
import { daysAfter, factsOf, proofAddress } from './invoice-pages';

type Asked = Record<string, string | string[] | undefined>;
type PageError = { code: string; facts: Record<string, string> };

const differencesPerPage = 25;
const suggestedDays = 10;
const policy = { kinds: [csvFile, xlsxFile], mostFiles: 1, largestFile: ledgerLimits.bytes };
/** Reading a workbook costs a second of this process. */
const readingLimit = { name: 'debtor-ledger', hits: 20, seconds: 3_600 };
const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** The debtor's own supplier ledger beside ours: sent as a file, compared anew at every look, each difference answered at one press. */
@Injectable()
export class LedgerPages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly tokens: FormTokens,
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly throttle: Throttle,
    private readonly keeping: KeepSupplierLedger,
    private readonly answering: AnswerDifference,
  ) {}

  async show(req: Request, res: Response, slug: string | undefined, asked: Asked): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const done = (['dispute', 'promise'] as const).find((one) => one === asked.done) ?? null;
    await this.page(res, open, { page: Number.parseInt(text(asked.page), 10) || 1, done, error: null });
  }

  async compare(req: Request, res: Response, slug: string | undefined): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const upload = await readUpload(req, policy);
    if (!this.tokens.holds(req, upload.fields._csrf)) return res.redirect(303, `${open.frame.base}/ledger`);
    const refused = (code: string, facts: Record<string, string> = {}) =>
      this.page(res, open, { page: 1, done: null, error: { code, facts } }, 422);
    const [file] = upload.files;
    if (upload.refusal) return refused(upload.refusal.code, factsOf(upload.refusal));
    if (!file) return refused('FILE_MISSING');
    try {
      await this.throttle.hit({ limit: readingLimit, key: open.caseId });
      const at = await this.database.inTenant(open.clientId, async (db) => ({
        today: dayOf(db.clock).toString(),
        currency: (await readClaim(db, open.caseId)).claim.open.currency,
      }));
      const ledger = await readSupplierLedger({ bytes: file.bytes, kind: file.kind === 'xlsx' ? 'xlsx' : 'csv' }, at);
      await this.performer.perform((req as ContextRequest).context, open.clientId, this.keeping, {
        caseId: open.caseId,
        filename: file.filename,
        ledger,
      });
      res.redirect(303, `${open.frame.base}/ledger`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await refused(error.code, factsOf(error));
    }
  }

  async turn(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const { base } = open.frame;
    const act = (['dispute', 'paid', 'promise'] as const).find((one) => one === form.act);
    if (!act || !this.tokens.holds(req, form._csrf)) return res.redirect(303, `${base}/ledger`);
    try {
      const { answerId } = await this.performer.perform((req as ContextRequest).context, open.clientId, this.answering, {
        caseId: open.caseId,
        difference: text(form.difference).slice(0, 200),
        act,
        onDay: act === 'promise' ? dayIn({ dueOn: [text(form.day)] }, 'dueOn') : null,
      });
      res.redirect(303, act === 'paid' ? proofAddress(open, answerId, 'ledger') : `${base}/ledger?done=${act}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.page(res, open, { page: 1, done: null, error: { code: error.code, facts: factsOf(error) } }, 422);
    }
  }

  private async page(
    res: Response,
    open: OpenCase,
    { page, done, error }: { page: number; done: 'dispute' | 'promise' | null; error: PageError | null },
    status = 200,
  ): Promise<void> {
    const read = await this.database.inTenant(open.clientId, async (db) => ({
      ...(await readClaim(db, open.caseId)),
      stored: await storedLedgerOf(db, open.caseId),
      ours: await readOurLedger(db, open.caseId),
      lines: await readInvoices(db, open.caseId),
      today: dayOf(db.clock).toString(),
    }));
    const { claim, known, stored, ours, lines, today } = read;
    const lastDay = daysAfter(today, farthestDaysOf('promise', known.mandate));
    const documents = new Map(lines.map((line) => [line.id, line.documents[0] ?? null]));
    const choosable = new Map(lines.filter(isChoosable).map((line) => [line.id, keyOfLine(line)]));
    this.frames.send(
      res,
      {
        ...open.frame,
        path: `${open.frame.base}/ledger`,
        kind: 'ledger',
        csrf: open.csrf,
        claim,
        answerBy: daysAfter(today, known.mandate.disputeAnswerDays),
        done,
        error,
        comparison:
          stored &&
          toPage(stored, ours, { page, today, lastDay, currency: claim.open.currency, clientId: open.clientId, documents, choosable }),
      },
      status,
    );
  }
}

interface At {
  readonly page: number;
  readonly today: string;
  readonly lastDay: string; // of a promise
  readonly currency: string;
  readonly clientId: string;
  readonly documents: ReadonlyMap<string, ShownDocument | null>;
  readonly choosable: ReadonlyMap<string, string>;
}

function toPage(stored: StoredLedger, ours: OurLedger, at: At): LedgerComparison {
  const compared: Comparison = compareLedgers(ours, stored.lines);
  const pages = Math.max(1, Math.ceil(compared.differences.length / differencesPerPage));
  const page = Math.min(Math.max(1, at.page), pages);
  const money = (minor: bigint, currency = at.currency) => ({ amount: toDecimal(minor), currency });
  return {
    filename: stored.filename,
    lines: stored.lines.length,
    unread: stored.unread,
    agreed: compared.agreed.length,
    agreedKeys: compared.agreed
      .flatMap(({ id }) => at.choosable.get(id) ?? [])
      .slice(0, 500)
      .join('.'),
    oursOpen: money(compared.oursOpen),
    theirsOpen: compared.theirsOpen === null ? null : money(compared.theirsOpen),
    count: compared.differences.length,
    differences: compared.differences
      .slice((page - 1) * differencesPerPage, page * differencesPerPage)
      .map((one) => toDifference(one, stored, ours, at)),
    page,
    pages,
    firstDay: at.today,
    lastDay: at.lastDay,
    suggestedDay: daysAfter(at.today, suggestedDays),
  };
}

function toDifference(difference: Difference, stored: StoredLedger, ours: OurLedger, at: At): LedgerDifference {
  const { key, kind, ours: our, theirs, amount } = difference;
  const acted = stored.acted.includes(key);
  const stands = disputeOf(difference, ours.invoices)?.invoice;
  const document = our ? at.documents.get(our.id) : null;
  return {
    key,
    kind,
    number: our?.number ?? (theirs?.kind === 'payment' ? '' : ((theirs?.number || theirs?.text) ?? '')),
    theirNumber: theirs?.number ?? null,
    amount: { amount: toDecimal(amount), currency: our?.currency ?? theirs?.currency ?? at.currency },
    ours: our && { amount: toDecimal(our.amount), currency: our.currency },
    theirs: theirs && { amount: toDecimal(theirs.amount), currency: theirs.currency },
    oursOn: our && (theirs?.on === our.issuedOn ? our.dueOn : our.issuedOn),
    theirsOn: theirs && (theirs.on === our?.issuedOn ? theirs.dueOn : theirs.on),
    line: theirs?.line ?? null,
    acts: acted ? [] : actsOf(difference, ours.invoices),
    against: stands && stands.id !== our?.id ? stands.number : null,
    acted,
    document: document ? toLineDocument(at.clientId, document) : null,
  };
}
