import { readClaim } from '@amiable/faces';
import { FormTokens } from '@amiable/identity';
import { NotFound, Refusal, toDate, toDecimal } from '@amiable/kernel';
import { CancelPayment, OpenCheckout, Payment, refusedBy, StartPayment, SyncPayments, type PaymentState } from '@amiable/payments';
import { Database, fromGlobalId, log, Performer, toGlobalId, type ContextRequest } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { DebtorPage } from '../../../libs/web-kit/src/debtor-pages';
import { DebtorPageFrames } from './debtor-page-frames';
import { typedAmount } from './typed-values.rules';
import { DebtorSessions, type Form, type OpenCase } from './debtor-sessions';

/** Paying: how much, over to the provider, and back. */
@Injectable()
export class DebtorPaymentPages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly tokens: FormTokens,
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly starting: StartPayment,
    private readonly checkout: OpenCheckout,
    private readonly cancelling: CancelPayment,
    private readonly syncing: SyncPayments,
  ) {}

  async pay(req: Request, res: Response, slug: string | undefined): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (open) await this.payPage(res, open, { choice: 'all', invoiceIds: [], part: '' }, null);
  }

  async startPayment(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    if (!this.tokens.holds(req, form._csrf)) return res.redirect(303, `${open.frame.base}/pay`);
    const choice = form.choice === 'invoices' || form.choice === 'part' ? form.choice : 'all';
    const invoiceIds = [form.invoiceIds ?? []].flat().filter((id): id is string => typeof id === 'string');
    const part = typeof form.amount === 'string' ? form.amount.slice(0, 30) : '';
    const ctx = (req as ContextRequest).context;
    await this.endOverduePayments(open);
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
        amount: typedAmount(part),
        expected: choice === 'all' && typeof form.expected === 'string' && /^\d{1,13}\.\d{2}$/.test(form.expected) ? form.expected : null,
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
    const open = await this.sessions.open(req, res, slug);
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
    if (before.state === 'started' || before.state === 'processing') await this.syncing.sync([{ clientId: open.clientId, paymentId }]);
    if (left && before.state === 'started')
      await this.cancelling
        .cancel((req as ContextRequest).context, open.clientId, paymentId)
        .catch((error: Error) => log.warn({ error: error.message }, 'the provider did not close a checkout'));
    const payment = (await find())!;
    const refused = refusedBy(payment.state, payment.failure);
    if (payment.state === 'cancelled' && !refused) return res.redirect(303, `${open.frame.base}/claim?notice=cancelled`);
    const { claim, receipt } = await this.database.inTenant(open.clientId, async (db) => ({
      ...(await readClaim(db, open.caseId)),
      receipt: await db.row<{ id: string }>(
        `select d.id from movements m join documents d on d.client_id = m.client_id and d.case_id = m.case_id and d.kind = 'receipt' and d.filename = 'quittance-' || m.receipt_number || '.pdf'
        where m.client_id = $1 and m.payment_id = $2 and m.kind = 'payment'`,
        [open.clientId, paymentId],
      ),
    }));
    const state = refused ? 'failed' : shownAs(payment.state);
    this.frames.send(res, {
      ...open.frame,
      kind: 'return',
      csrf: open.csrf,
      claim,
      refreshSeconds: 3,
      payment: {
        state,
        amount: { amount: toDecimal(payment.amountMinor), currency: payment.currency },
        refused,
        receiptId: receipt ? toGlobalId('Document', open.clientId, receipt.id) : null,
      },
    });
  }

  /** A payment whose time at the provider is over stands in nobody's way: its end is asked for before a new one begins. */
  private async endOverduePayments({ clientId, caseId }: OpenCase): Promise<void> {
    const overdue = await this.database.inTenant(clientId, (db) =>
      db.rows<{ id: string }>(`select id from payments where client_id = $1 and case_id = $2 and state = 'started' and expires_at <= $3`, [
        clientId,
        caseId,
        toDate(db.clock.now()),
      ]),
    );
    if (overdue.length > 0) await this.syncing.sync(overdue.map(({ id }) => ({ clientId, paymentId: id })));
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
}

function shownAs(state: PaymentState): 'waiting' | 'processing' | 'succeeded' | 'failed' | 'cancelled' {
  if (state === 'started') return 'waiting';
  return state === 'expired' ? 'cancelled' : state;
}
