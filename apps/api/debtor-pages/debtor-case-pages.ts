import type { Brand } from '@amiable/clients';
import { readClaim } from '@amiable/faces';
import { debtorCaseAt, FormTokens } from '@amiable/identity';
import { newId, NotFound, readReference, Refusal, toDate, toDecimal } from '@amiable/kernel';
import { loadMessageCase, speakerOf } from '@amiable/outreach';
import { CancelPayment, OpenCheckout, Payment, StartPayment, SyncPayments, type PaymentState } from '@amiable/payments';
import {
  Database,
  fromGlobalId,
  log,
  Performer,
  publish,
  Throttle,
  toGlobalId,
  TooManyTries,
  type ContextRequest,
} from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { DebtorPage, Frame, Speaker } from '../../../libs/web-kit/src/debtor-pages';
import { DebtorPageFrames } from './debtor-page-frames';

type Form = Record<string, string | string[] | undefined>;

interface OpenCase {
  readonly brand: Brand;
  readonly frame: Frame;
  readonly clientId: string;
  readonly caseId: string;
  readonly csrf: string;
}

/** One new link per case and quarter of an hour, ten asked per network and hour. */
const newLinkLimits = {
  ofCase: { name: 'debtor-new-link', hits: 1, seconds: 900 },
  ofNetwork: { name: 'debtor-new-link-network', hits: 10, seconds: 3_600 },
};

/** The pages behind an open session: the claim, paying it, coming back, receipts. */
@Injectable()
export class DebtorCasePages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly tokens: FormTokens,
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly throttle: Throttle,
    private readonly starting: StartPayment,
    private readonly checkout: OpenCheckout,
    private readonly cancelling: CancelPayment,
    private readonly syncing: SyncPayments,
  ) {}

  async claim(req: Request, res: Response, slug: string | undefined, notice: 'cancelled' | 'failed' | null): Promise<void> {
    const open = await this.open(req, res, slug);
    if (!open) return;
    const { claim } = await this.database.inTenant(open.clientId, (db) => readClaim(db, open.caseId));
    this.frames.send(res, { ...open.frame, kind: 'claim', csrf: open.csrf, claim, notice });
  }

  async pay(req: Request, res: Response, slug: string | undefined): Promise<void> {
    const open = await this.open(req, res, slug);
    if (open) await this.payPage(res, open, { choice: 'all', invoiceIds: [], part: '' }, null);
  }

  async startPayment(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.open(req, res, slug);
    if (!open) return;
    if (!this.tokens.holds(req, form._csrf)) return res.redirect(303, `${open.frame.base}/pay`);
    const choice = form.choice === 'invoices' || form.choice === 'part' ? form.choice : 'all';
    const invoiceIds = [form.invoiceIds ?? []].flat().filter((id): id is string => typeof id === 'string');
    const part = typeof form.amount === 'string' ? form.amount.slice(0, 30) : '';
    const ctx = (req as ContextRequest).context;
    try {
      const ids = invoiceIds.map((id) => {
        const invoice = fromGlobalId('Invoice', id);
        if (invoice.clientId !== open.clientId) throw new NotFound('Invoice');
        return invoice.id;
      });
      const { paymentId } = await this.performer.perform(ctx, open.clientId, this.starting, {
        caseId: open.caseId,
        choice,
        invoiceIds: ids,
        amount: part,
        language: open.frame.language,
      });
      res.redirect(303, await this.checkout.open(ctx, open.clientId, paymentId));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'PAYMENT_IN_FLIGHT')
        return this.payPage(res, open, { choice, invoiceIds, part }, null, 409);
      if (error instanceof Refusal)
        return this.payPage(
          res,
          open,
          { choice, invoiceIds, part },
          { code: error.code, facts: error.facts as Record<string, string> },
          422,
        );
      log.error({ err: error }, 'the payment page could not be opened');
      await this.payPage(res, open, { choice, invoiceIds, part }, { code: 'PROVIDER_UNAVAILABLE', facts: {} }, 503);
    }
  }

  /** The return page decides nothing: it asks the provider again and shows what the recorded facts say. */
  async back(req: Request, res: Response, slug: string | undefined, paymentId: string, left: boolean): Promise<void> {
    const open = await this.open(req, res, slug);
    if (!open) return;
    const find = () =>
      this.database.inTenant(open.clientId, async (db) => {
        const payment = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(paymentId)
          ? await db.of(Payment).findOneBy({ clientId: open.clientId, id: paymentId, caseId: open.caseId })
          : null;
        return payment ?? null;
      });
    const before = await find();
    if (!before) return this.frames.send(res, { ...open.frame, kind: 'problem', status: 404, reference: null }, 404);
    if (left && before.state === 'started')
      await this.cancelling
        .cancel((req as ContextRequest).context, open.clientId, paymentId)
        .catch((error: Error) => log.warn({ error: error.message }, 'the provider did not close a checkout'));
    else if (before.state === 'started' || before.state === 'processing') await this.syncing.sync([{ clientId: open.clientId, paymentId }]);
    const payment = (await find())!;
    if (payment.state === 'cancelled') return res.redirect(303, `${open.frame.base}/claim?notice=cancelled`);
    const { claim, receipt } = await this.database.inTenant(open.clientId, async (db) => ({
      ...(await readClaim(db, open.caseId)),
      receipt: await db.row<{ id: string }>(
        `select d.id from movements m join documents d on d.client_id = m.client_id and d.case_id = m.case_id and d.kind = 'receipt' and d.filename = 'quittance-' || m.receipt_number || '.pdf'
        where m.client_id = $1 and m.payment_id = $2 and m.kind = 'payment'`,
        [open.clientId, paymentId],
      ),
    }));
    const state = shownAs(payment.state);
    this.frames.send(res, {
      ...open.frame,
      kind: 'return',
      csrf: open.csrf,
      claim,
      refreshSeconds: 3,
      payment: {
        state,
        amount: { amount: toDecimal(payment.amountMinor), currency: payment.currency },
        receiptId: receipt ? toGlobalId('Document', open.clientId, receipt.id) : null,
      },
    });
  }

  async receipt(req: Request, res: Response, slug: string | undefined, documentId: string): Promise<void> {
    const open = await this.open(req, res, slug);
    if (!open) return;
    const file = await this.receiptOf(open, documentId);
    if (!file) return this.frames.send(res, { ...open.frame, kind: 'problem', status: 404, reference: null }, 404);
    res.set({
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `inline; filename="${file.filename}"`,
    });
    res.type('application/pdf').send(file.bytes);
  }

  async leave(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.open(req, res, slug);
    if (!open) return;
    if (this.tokens.holds(req, form._csrf))
      res.clearCookie('amiable_debtor', { path: '/' }).clearCookie('__Host-amiable_debtor', { path: '/', secure: true });
    res.redirect(303, `${open.frame.base}/`);
  }

  /** Who mandates whom on a case, without a word of what it is about. */
  async speakerOf(brand: Brand, reference: string): Promise<Speaker | null> {
    return this.database.inTenant(brand.clientId, async (db) => {
      const found = await db.row<{ id: string }>(`select id from cases where client_id = $1 and reference = $2 and brand_id = $3`, [
        brand.clientId,
        readReference(reference) ?? '',
        brand.id,
      ]);
      return found ? speakerOf(await loadMessageCase(db, found.id)) : null;
    });
  }

  /** Sends a fresh link to the address on file. The page says the same whether there is such a case or not. */
  async sendNewLink(brand: Brand, typed: string, ip: string | undefined): Promise<void> {
    const reference = readReference(typed.slice(0, 40));
    try {
      await this.throttle.hit({ limit: newLinkLimits.ofNetwork, key: ip ?? 'unknown' });
      if (!reference) return;
      await this.throttle.hit({ limit: newLinkLimits.ofCase, key: `${brand.id}:${reference}` });
    } catch (error) {
      if (error instanceof TooManyTries) return;
      throw error;
    }
    await this.database.inTenant(brand.clientId, async (db) => {
      const found = await db.row<{ id: string }>(
        `select c.id from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.client_id = $1 and c.reference = $2 and c.brand_id = $3 and c.state <> 'closed' and d.email is not null
           and (c.hat = 'client_name' or c.first_letter_reference is not null)`,
        [brand.clientId, reference, brand.id],
      );
      if (!found) return;
      const messageId = newId();
      await db.rows(
        `insert into messages (client_id, id, case_id, channel, template, state, not_before) values ($1, $2, $3, 'email', 'free_message', 'queued', $4)`,
        [db.clientId, messageId, found.id, toDate(db.clock.now())],
      );
      await publish(db, { topic: 'email.send', key: `message:${messageId}`, payload: { messageId } });
    });
  }

  private async payPage(
    res: Response,
    open: OpenCase,
    wish: { choice: 'all' | 'invoices' | 'part'; invoiceIds: readonly string[]; part: string },
    error: { code: string; facts: Record<string, string> } | null,
    status = 200,
  ): Promise<void> {
    const { claim, inFlight } = await this.database.inTenant(open.clientId, async (db) => ({
      ...(await readClaim(db, open.caseId)),
      inFlight: await db.row<{ amount_minor: bigint; currency: string; checkout_url: string | null; state: string }>(
        `select amount_minor, currency, checkout_url, state from payments where client_id = $1 and case_id = $2 and state in ('started', 'processing') and (state = 'processing' or expires_at > $3)`,
        [open.clientId, open.caseId, toDate(db.clock.now())],
      ),
    }));
    const page: DebtorPage = {
      ...open.frame,
      path: `${open.frame.base}/pay`,
      kind: 'pay',
      csrf: open.csrf,
      claim,
      chosen: wish.choice,
      part: wish.part,
      invoiceIds: wish.invoiceIds,
      error,
      inFlight: inFlight
        ? {
            amount: { amount: toDecimal(inFlight.amount_minor), currency: inFlight.currency },
            continueUrl: inFlight.state === 'started' ? inFlight.checkout_url : null,
          }
        : null,
    };
    this.frames.send(res, page, status);
  }

  /** The case of the session at this brand; answers "session over" itself otherwise. */
  private async open(req: Request, res: Response, slug: string | undefined): Promise<OpenCase | null> {
    const brand = await this.frames.brandOf(req, slug);
    if (!brand) return (this.frames.nowhere(res), null);
    const frame = this.frames.frame(req, res, brand);
    const session = debtorCaseAt((req as ContextRequest).context, { clientId: brand.clientId, brandId: brand.id });
    if (!session) return (this.frames.send(res, { ...frame, kind: 'session_over' }, 401), null);
    return { brand, frame, clientId: session.clientId, caseId: session.caseId, csrf: this.tokens.tokenFor(req, res) };
  }

  private async receiptOf(open: OpenCase, documentId: string): Promise<{ filename: string; bytes: Buffer } | undefined> {
    try {
      const { clientId, id } = fromGlobalId('Document', documentId);
      if (clientId !== open.clientId) return undefined;
      return await this.database.inTenant(clientId, (db) =>
        db.row(`select filename, bytes from documents where client_id = $1 and id = $2 and case_id = $3 and kind = 'receipt'`, [
          clientId,
          id,
          open.caseId,
        ]),
      );
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}

function shownAs(state: PaymentState): 'waiting' | 'processing' | 'succeeded' | 'failed' | 'cancelled' {
  if (state === 'started') return 'waiting';
  return state === 'expired' ? 'cancelled' : state;
}
