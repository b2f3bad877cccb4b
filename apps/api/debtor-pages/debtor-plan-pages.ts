import { readClaim, readPlan, type PlanAsk } from '@amiable/faces';
import { FormTokens } from '@amiable/identity';
import { Refusal } from '@amiable/kernel';
import { CancelPayment, MeansOnFile, OpenCheckout, Payment, StartPayment, SyncPayments } from '@amiable/payments';
import { Database, fromGlobalId, log, Performer, type ContextRequest, type RequestContext, type UseCase } from '@amiable/platform';
import { AcceptPlan, ChangePlan, ChoosePlan, DeclinePlan, OfferPlan, Plan, planStanding, RequestPlan } from '@amiable/resolution';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DebtorDocuments } from './debtor-documents';
import { DebtorPageFrames } from './debtor-page-frames';
import { DebtorSessions, type Form, type OpenCase } from './debtor-sessions';
import { typedAmount, typedDay } from './typed-values.rules';

const text = (value: string | string[] | undefined, most = 40): string => (typeof value === 'string' ? value.slice(0, most) : '');
const rhythms = ['weekly', 'fortnightly', 'monthly'] as const;

/** The text of an agreement exists in French and English; whoever reads another language agrees to the English one. */
const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** The screens of /plan. Every form is answered by a way back to the one address, or by the screen with what was wrong. */
@Injectable()
export class DebtorPlanPages {
  constructor(
    private readonly frames: DebtorPageFrames,
    private readonly sessions: DebtorSessions,
    private readonly documents: DebtorDocuments,
    private readonly tokens: FormTokens,
    private readonly database: Database,
    private readonly performer: Performer,
    private readonly offering: OfferPlan,
    private readonly choosing: ChoosePlan,
    private readonly requesting: RequestPlan,
    private readonly declining: DeclinePlan,
    private readonly accepting: AcceptPlan,
    private readonly changing: ChangePlan,
    private readonly starting: StartPayment,
    private readonly checkout: OpenCheckout,
    private readonly cancelling: CancelPayment,
    private readonly syncing: SyncPayments,
    private readonly meansOnFile: MeansOnFile,
  ) {}

  async show(req: Request, res: Response, slug: string | undefined, fresh: boolean): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (open) await this.page(res, open, { fresh });
  }

  async offer(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.posted(req, res, slug, form);
    if (!open) return;
    const typed = {
      amount: text(form.amount),
      firstOn: text(form.firstOn),
      rhythm: rhythms.find((one) => one === form.rhythm) ?? 'monthly',
    } as const;
    const firstDueOn = typedDay(typed.firstOn);
    const ask = { fresh: true, typed };
    if (!firstDueOn) return this.page(res, open, ask, { code: 'NOT_A_DAY', facts: {} });
    const input = { caseId: open.caseId, amount: typedAmount(typed.amount), firstDueOn, frequency: typed.rhythm };
    await this.write(req, res, open, this.offering, input, ask);
  }

  async choose(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.posted(req, res, slug, form);
    if (!open) return;
    const among = form.among === 'counter' ? 'counter' : 'proposed';
    await this.write(req, res, open, this.choosing, { caseId: open.caseId, among, place: Number(text(form.place, 2)) || 0 }, {});
  }

  async ask(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.posted(req, res, slug, form);
    if (!open) return;
    const reason = text(form.reason, 1_000);
    await this.write(req, res, open, this.requesting, { caseId: open.caseId, reason }, { reason });
  }

  async decline(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.posted(req, res, slug, form);
    if (!open) return;
    if (await this.done(req, res, open, this.declining, { caseId: open.caseId }, {})) res.redirect(303, `${open.frame.base}/plan?new=1`);
  }

  /** The yes, then the card or the account: a plan that is accepted stays accepted, whatever becomes of the provider's page. */
  async accept(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.posted(req, res, slug, form);
    if (!open) return;
    const onFile = form.method !== 'by_hand';
    if (form.agree !== 'yes') return this.page(res, open, { onFile }, { code: 'NOT_AGREED', facts: {} });
    const planId = this.planIdOf(open, text(form.planId, 100));
    if (!planId) return this.page(res, open, {}, { code: 'PLAN_GONE', facts: {} });
    const input = { planId, onFile, language: open.frame.language, textHash: text(form.textHash, 64) };
    if (!(await this.done(req, res, open, this.accepting, input, { onFile }))) return;
    if (!onFile) return res.redirect(303, `${open.frame.base}/plan`);
    await this.toProvider(req, res, open, async (ctx) => {
      const { first, plan } = await this.database.inTenant(open.clientId, async (db) => {
        const accepted = await db.find(Plan, planId);
        return { plan: accepted, first: (await planStanding(db, accepted))[0]! };
      });
      if (first.state === 'due') return this.payInstalment(ctx, open, true);
      return plan.meansId ? `${open.frame.base}/plan` : this.meansOnFile.ask(ctx, open.clientId, open.caseId, open.frame.language);
    });
  }

  async change(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.posted(req, res, slug, form);
    if (!open) return;
    const change = form.act === 'skip' ? ({ act: 'skip' } as const) : ({ act: 'move', days: Number(text(form.days, 4)) || 0 } as const);
    await this.write(req, res, open, this.changing, { caseId: open.caseId, change }, {});
  }

  async pay(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.posted(req, res, slug, form);
    if (open) await this.toProvider(req, res, open, (ctx) => this.payInstalment(ctx, open, false));
  }

  async means(req: Request, res: Response, slug: string | undefined, form: Form): Promise<void> {
    const open = await this.posted(req, res, slug, form);
    if (!open) return;
    await this.toProvider(req, res, open, (ctx) => this.meansOnFile.ask(ctx, open.clientId, open.caseId, open.frame.language));
  }

  /** Back from the provider: nothing is decided here, the provider is asked again and the plan shows what the facts say. */
  async back(req: Request, res: Response, slug: string | undefined, id: string, left: boolean): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return;
    const ctx = (req as ContextRequest).context;
    const payment = isUuid(id)
      ? await this.database.inTenant(open.clientId, (db) => db.of(Payment).findOneBy({ clientId: open.clientId, id, caseId: open.caseId }))
      : null;
    try {
      if (payment && left && payment.state === 'started') await this.cancelling.cancel(ctx, open.clientId, payment.id);
      else if (payment) await this.syncing.sync([{ clientId: open.clientId, paymentId: payment.id }]);
      else if (isUuid(id)) await this.meansOnFile.sync([{ clientId: open.clientId, meansId: id }]);
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'the provider could not be asked');
    }
    res.redirect(303, `${open.frame.base}/plan`);
  }

  /** The agreement of this case as PDF. */
  async agreement(req: Request, res: Response, slug: string | undefined, documentId: string): Promise<void> {
    const open = await this.sessions.open(req, res, slug);
    if (open) await this.documents.send(res, open, 'agreement', documentId);
  }

  private async payInstalment(ctx: RequestContext, open: OpenCase, savesMeans: boolean): Promise<string> {
    const { paymentId } = await this.performer.perform(ctx, open.clientId, this.starting, {
      caseId: open.caseId,
      choice: 'instalment',
      invoiceIds: [],
      amount: null,
      language: open.frame.language,
      savesMeans,
    });
    return this.checkout.open(ctx, open.clientId, paymentId);
  }

  private planIdOf(open: OpenCase, globalId: string): string | null {
    try {
      const { clientId, id } = fromGlobalId('Plan', globalId);
      return clientId === open.clientId ? id : null;
    } catch {
      return null;
    }
  }

  /** The session and a form that is ours; otherwise it answers itself. */
  private async posted(req: Request, res: Response, slug: string | undefined, form: Form): Promise<OpenCase | null> {
    const open = await this.sessions.open(req, res, slug);
    if (!open) return null;
    if (this.tokens.holds(req, form._csrf)) return open;
    res.redirect(303, `${open.frame.base}/plan`);
    return null;
  }

  private async write<I, A>(
    req: Request,
    res: Response,
    open: OpenCase,
    useCase: UseCase<I, A>,
    input: I,
    ask: Omit<PlanAsk, 'language'>,
  ): Promise<void> {
    if (await this.done(req, res, open, useCase, input, ask)) res.redirect(303, `${open.frame.base}/plan`);
  }

  /** Performs a write; a refusal is answered with the screen it belongs to. */
  private async done<I, A>(
    req: Request,
    res: Response,
    open: OpenCase,
    useCase: UseCase<I, A>,
    input: I,
    ask: Omit<PlanAsk, 'language'>,
  ): Promise<boolean> {
    try {
      await this.performer.perform((req as ContextRequest).context, open.clientId, useCase, input);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.page(res, open, ask, {
        code: error.code === 'NOT_FOUND' ? 'PLAN_GONE' : error.code,
        facts: error.facts as Record<string, string>,
      });
      return false;
    }
  }

  private async toProvider(req: Request, res: Response, open: OpenCase, way: (ctx: RequestContext) => Promise<string>): Promise<void> {
    try {
      res.redirect(303, await way((req as ContextRequest).context));
    } catch (error) {
      if (error instanceof Refusal) return this.page(res, open, {}, { code: error.code, facts: error.facts as Record<string, string> });
      log.error({ err: error }, 'the page of the provider could not be opened');
      await this.page(res, open, {}, { code: 'PROVIDER_UNAVAILABLE', facts: {} }, 503);
    }
  }

  private async page(
    res: Response,
    open: OpenCase,
    ask: Omit<PlanAsk, 'language'>,
    error: { code: string; facts: Record<string, string> } | null = null,
    status = error ? 422 : 200,
  ): Promise<void> {
    const { claim, view } = await this.database.inTenant(open.clientId, async (db) => ({
      ...(await readClaim(db, open.caseId)),
      view: await readPlan(db, open.caseId, { ...ask, language: open.frame.language }),
    }));
    this.frames.send(res, { ...open.frame, path: `${open.frame.base}/plan`, kind: 'plan', csrf: open.csrf, claim, view, error }, status);
  }
}
