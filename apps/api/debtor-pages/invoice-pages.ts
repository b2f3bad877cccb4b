import { epcQrSvg, isRfReference, type Mandate } from '@amiable/clients';
import { isChoosable, linesOfKeys, readClaim, readInvoices } from '@amiable/faces';
import { FormTokens } from '@amiable/identity';
import { dayOf, Refusal } from '@amiable/kernel';
import { ReferenceInvoices } from '@amiable/payments';
import { Database, Performer, toGlobalId, type ContextRequest, type RequestContext } from '@amiable/platform';
import { ContestInvoices, farthestDaysOf, PromiseToPay, type DisputeReason } from '@amiable/resolution';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Claim, InvoiceAct } from '../../../libs/web-kit/src/debtor-pages';
import { choiceIn, dayIn } from './answers/answer-forms';
import { DebtorPageFrames } from './debtor-page-frames';
import { DebtorPaymentPages } from './debtor-payment-pages';
import { DebtorSessions, type Form, type OpenCase } from './debtor-sessions';
import { addressOf, choiceOf, keysOf, keysOfFilter, keysPosted, listPage, queryOf, type Listed } from './invoice-list-page';

type Asked = Record<string, string | string[] | undefined>;

const acts: readonly InvoiceAct[] = ['pay', 'transfer', 'promise', 'in_process', 'dispute', 'not_received'];
const reasons: readonly DisputeReason[] = ['wrong_amount', 'defective', 'already_paid', 'not_mine', 'other'];
const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

interface Read {
  readonly claim: Claim;
  readonly limits: Pick<Mandate, 'promiseDays' | 'paymentRunDays' | 'disputeAnswerDays'>;
  readonly lines: readonly Listed[];
  readonly today: string;
}

/** The list of a company's accountant, and the answers it gives to many lines at once. What is chosen travels in the address. */
@Injectable()
export class InvoicePages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly tokens: FormTokens,
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly payments: DebtorPaymentPages,
    private readonly promising: PromiseToPay,
    private readonly contesting: ContestInvoices,
    private readonly referencing: ReferenceInvoices,
  ) {}

  async list(req: Request, res: Response, slug: string | undefined, asked: Asked): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const { claim, lines, today } = await this.read(open);
    const act = acts.find((one) => one === asked.done);
    const count = Math.min(10_000, Number.parseInt(text(asked.n), 10) || 0);
    const error = asked.error === 'nothing_chosen' ? ('nothing_chosen' as const) : null;
    this.frames.send(
      res,
      {
        ...open.frame,
        kind: 'invoices',
        csrf: open.csrf,
        claim,
        list: listPage(lines, queryOf(asked), { today, currency: claim.open.currency, clientId: open.clientId }),
        done: act && count > 0 ? { act, count } : null,
        error,
      },
      error ? 422 : 200,
    );
  }

  /** Every button of the list: it changes nothing and leads to the page it means. */
  async choose(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const list = `${open.frame.base}/invoices`;
    if (!this.tokens.holds(req, form._csrf)) return res.redirect(303, list);
    const query = { ...queryOf(form), keys: keysPosted(form) };
    const act = acts.find((one) => one === form.do);
    if (act && query.keys.length === 0) {
      const back = addressOf(query);
      return res.redirect(303, `${list}${back}${back ? '&' : '?'}error=nothing_chosen`);
    }
    if (act) return res.redirect(303, `${list}/answer?do=${act}&s=${query.keys.join('.')}`);
    if (form.go !== undefined) return res.redirect(303, list + addressOf({ ...query, page: queryOf({ page: form.go }).page }));
    if (form.do === 'none') return res.redirect(303, list + addressOf({ ...query, keys: [] }));
    if (form.do === 'all') {
      const { lines, today } = await this.read(open);
      return res.redirect(303, list + addressOf({ ...query, keys: [...new Set([...query.keys, ...keysOfFilter(lines, query, today)])] }));
    }
    res.redirect(303, list + addressOf({ ...query, page: form.do === 'total' ? query.page : 1 }));
  }

  async ask(req: Request, res: Response, slug: string | undefined, asked: Asked): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const act = acts.find((one) => one === asked.do);
    const read = await this.read(open);
    const chosen = linesOfKeys(read.lines.filter(isChoosable), keysOf(asked.s));
    if (!act || chosen.length === 0) return res.redirect(303, `${open.frame.base}/invoices?error=nothing_chosen`);
    this.askPage(res, open, read, act, chosen, {}, null);
  }

  async answer(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const { base } = open.frame;
    const act = acts.find((one) => one === form.do);
    if (!act || !this.tokens.holds(req, form._csrf)) return res.redirect(303, `${base}/invoices`);
    const read = await this.read(open);
    const payable = read.lines.filter(isChoosable);
    const chosen = linesOfKeys(payable, keysOf(form.s));
    if (chosen.length === 0) return res.redirect(303, `${base}/invoices?error=nothing_chosen`);
    if (act === 'pay') {
      const isAll = chosen.length === payable.length && read.lines.every((line) => isChoosable(line) || line.open === 0n);
      const invoiceIds = chosen.map(
        ({ id }) => read.claim.lines.find(({ number }) => number === read.lines.find((line) => line.id === id)!.number)!.invoiceId,
      );
      return this.payments.startPayment(req, res, slug, {
        _csrf: form._csrf,
        choice: isAll ? 'all' : 'invoices',
        invoiceIds: isAll ? [] : invoiceIds,
      });
    }
    const ctx = (req as ContextRequest).context;
    const invoiceIds = chosen.map(({ id }) => id);
    try {
      if (act === 'transfer') {
        const { reference } = await this.performer.perform(ctx, open.clientId, this.referencing, { caseId: open.caseId, invoiceIds });
        return res.redirect(303, `${base}/invoices/transfer/${reference}`);
      }
      const { answerId, answered } = await this.give(ctx, open, act, invoiceIds, form);
      if (act === 'dispute' && form.reason === 'already_paid') return res.redirect(303, proofAddress(open, answerId, 'invoices'));
      res.redirect(303, `${base}/invoices?done=${act}&n=${answered}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.askPage(res, open, read, act, chosen, form, { code: error.code, facts: factsOf(error) });
    }
  }

  async transfer(req: Request, res: Response, slug: string | undefined, reference: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const { claim, lines } = await this.read(open);
    const ids = isRfReference(reference)
      ? await this.database.inTenant(open.clientId, (db) =>
          db.row<{ invoice_ids: string[] }>(
            `select invoice_ids from transfer_references where client_id = $1 and reference = $2 and case_id = $3`,
            [open.clientId, reference, open.caseId],
          ),
        )
      : undefined;
    if (!ids) return this.frames.send(res, { ...open.frame, kind: 'problem', status: 404, reference: null }, 404);
    const chosen = lines.filter((line) => isChoosable(line) && ids.invoice_ids.includes(line.id));
    const choice = choiceOf(chosen, claim.open.currency);
    const mayPay = (claim.state === 'to_pay' || claim.state === 'disputed') && chosen.length > 0;
    this.frames.send(res, {
      ...open.frame,
      kind: 'invoices_transfer',
      csrf: open.csrf,
      choice,
      claim: {
        ...claim,
        transfer:
          mayPay && claim.transfer
            ? {
                ...claim.transfer,
                reference,
                amount: choice.total,
                qrSvg: claim.transfer.qrSvg && (await qrOf(claim.transfer, reference, choice.total.amount)),
              }
            : null,
      },
    });
  }

  /** The same promise and the same contestation as on the debtor's other pages, for many lines at once. */
  private give(
    ctx: RequestContext,
    { clientId, caseId }: OpenCase,
    act: Exclude<InvoiceAct, 'pay' | 'transfer'>,
    invoiceIds: readonly string[],
    form: Form,
  ): Promise<{ answerId: string; answered: number }> {
    if (act === 'promise' || act === 'in_process') {
      const source = act === 'promise' ? 'promise' : 'payment_run';
      const dueOn = dayIn({ dueOn: [text(form.day)] }, 'dueOn');
      return this.performer.perform(ctx, clientId, this.promising, { caseId, source, dueOn, invoiceIds, amount: '' });
    }
    const reason = act === 'not_received' ? act : choiceIn({ reason: [text(form.reason)] }, 'reason', reasons);
    const note = text(form.note).slice(0, 2_000) || null;
    return this.performer.perform(ctx, clientId, this.contesting, {
      caseId,
      reason,
      invoiceIds,
      amount: '',
      rightAmount: '',
      note,
      files: [],
    });
  }

  private read(open: OpenCase): Promise<Read> {
    return this.database.inTenant(open.clientId, async (db) => {
      const { claim, known } = await readClaim(db, open.caseId);
      return { claim, limits: known.mandate, lines: await readInvoices(db, open.caseId), today: dayOf(db.clock).toString() };
    });
  }

  private askPage(
    res: Response,
    open: OpenCase,
    { claim, today, limits }: Read,
    act: InvoiceAct,
    chosen: readonly Listed[],
    typed: Form,
    error: { code: string; facts: Record<string, string> } | null,
  ): void {
    this.frames.send(
      res,
      {
        ...open.frame,
        path: `${open.frame.base}/invoices/answer`,
        kind: 'answer_invoices',
        csrf: open.csrf,
        claim,
        act,
        choice: choiceOf(chosen, claim.open.currency),
        day: /^\d{4}-\d{2}-\d{2}$/.test(text(typed.day)) ? text(typed.day) : '',
        firstDay: today,
        lastDay: daysAfter(today, farthestDaysOf(act === 'in_process' ? 'payment_run' : 'promise', limits)),
        answerBy: daysAfter(today, limits.disputeAnswerDays),
        reason: text(typed.reason).slice(0, 40),
        note: text(typed.note).slice(0, 2_000),
        error,
      },
      error ? 422 : 200,
    );
  }
}

/** Where what was said is shown, with a place for its proof; `from` is the page to go back to. */
export function proofAddress({ frame, clientId }: OpenCase, answerId: string, from: 'invoices' | 'ledger'): string {
  return `${frame.base}/answers/noted/${toGlobalId('Answer', clientId, answerId)}?from=${from}`;
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function factsOf(refusal: Refusal): Record<string, string> {
  return Object.fromEntries(Object.entries(refusal.facts).map(([key, value]) => [key, String(value)]));
}

function qrOf({ holder, iban, bic }: NonNullable<Claim['transfer']>, reference: string, amount: string): Promise<string> {
  return epcQrSvg({ name: holder, iban, bic, amount, reference });
}
