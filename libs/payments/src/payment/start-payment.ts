import { Case, endlessHolds, requireNotClosed } from '@amiable/cases';
import { Mandate } from '@amiable/clients';
import type { DebtorLanguage } from '@amiable/identity';
import { newId, parseDecimal, Refusal, toDecimal } from '@amiable/kernel';
import { tell, UseCase, type RequestContext, type TenantDb } from '@amiable/platform';
import { planStanding, runningPlan, uncontested, type Plan } from '@amiable/resolution';
import { Injectable } from '@nestjs/common';
import { Payment } from './payment.entity';

/** How long a checkout stays open, minutes; Stripe's least is 30. */
export const checkoutMinutes = 31;

export interface StartPaymentInput {
  readonly caseId: string;
  /** `instalment`: what is late or due of the plan, else its next instalment. */
  readonly choice: 'all' | 'invoices' | 'part' | 'instalment';
  readonly invoiceIds: readonly string[];
  readonly amount: string | null;
  readonly language: DebtorLanguage;
  /** Decimal text of what the page said was to be paid; when it is not that any more, nothing begins. */
  readonly expected?: string | null;
  readonly savesMeans?: boolean;
}

export class PaymentRefused extends Refusal {}

/**
 * Paiement commencé: our row first, the provider after (OpenCheckout). The amount is reckoned here from what is owed now.
 * One payment at a time per case; a second try gets the one in flight back.
 */
@Injectable()
export class StartPayment extends UseCase<StartPaymentInput, { paymentId: string }> {
  async run(ctx: RequestContext, db: TenantDb, input: StartPaymentInput) {
    const theCase = await db.lock(Case, input.caseId);
    ctx.may('pay', theCase);
    requireNotClosed(theCase);
    const plan = input.choice === 'instalment' ? await runningPlan(db, theCase.id) : null;
    if (theCase.state === 'on_hold' && theCase.holdKind && endlessHolds.includes(theCase.holdKind))
      throw new PaymentRefused('NOTHING_OWED');
    const amountMinor = plan ? await instalmentToPay(db, theCase, plan) : await this.amountOf(db, theCase, input);
    if (input.expected && parseDecimal(input.expected) !== amountMinor)
      throw new PaymentRefused('BALANCE_CHANGED', { amount: toDecimal(amountMinor), currency: theCase.currency });
    const inFlight = await db
      .of(Payment)
      .createQueryBuilder('p')
      .where(`p.client_id = :clientId and p.case_id = :caseId and p.state in ('started', 'processing')`, {
        clientId: db.clientId,
        caseId: theCase.id,
      })
      .getOne();
    if (
      inFlight?.state === 'started' &&
      !inFlight.meansId &&
      inFlight.amountMinor === amountMinor &&
      sameInvoices(inFlight.invoiceIds, input)
    )
      return { paymentId: inFlight.id };
    if (inFlight)
      throw new PaymentRefused('PAYMENT_IN_FLIGHT', {
        amount: toDecimal(inFlight.amountMinor),
        currency: inFlight.currency,
        paymentId: inFlight.id,
      });
    const now = db.clock.now();
    const payment = db.of(Payment).create({
      clientId: db.clientId,
      id: newId(),
      caseId: theCase.id,
      provider: 'stripe',
      amountMinor,
      currency: theCase.currency,
      invoiceIds: input.choice === 'invoices' ? [...input.invoiceIds] : null,
      language: input.language,
      state: 'started',
      sessionId: null,
      checkoutUrl: null,
      failure: null,
      planId: plan?.id ?? null,
      meansId: null,
      savesMeans: plan !== null && input.savesMeans === true,
      createdAt: now,
      expiresAt: now.add({ minutes: checkoutMinutes }),
    });
    await db.of(Payment).insert(payment);
    await tell(db, ctx, {
      caseId: theCase.id,
      kind: 'payment.started',
      facts: { amount: toDecimal(amountMinor), currency: theCase.currency },
    });
    return { paymentId: payment.id };
  }

  private async amountOf(db: TenantDb, theCase: Case, input: StartPaymentInput): Promise<bigint> {
    const owed = await db.rows<{ id: string; open: bigint }>(
      `select id, amount_minor - settled_minor - disputed_minor as open from invoices where client_id = $1 and case_id = $2 and amount_minor > settled_minor + disputed_minor`,
      [db.clientId, theCase.id],
    );
    const all = owed.reduce((sum, invoice) => sum + invoice.open, 0n);
    if (all <= 0n) throw new PaymentRefused('NOTHING_OWED');
    if (input.choice === 'all') return all;
    if (input.choice === 'instalment') throw new PaymentRefused('PLAN_GONE');
    const mandate = await db.find(Mandate, theCase.mandateId);
    if (!mandate.partPayment) throw new PaymentRefused('PART_NOT_ALLOWED');
    if (input.choice === 'invoices') {
      const chosen = owed.filter((invoice) => input.invoiceIds.includes(invoice.id));
      if (chosen.length === 0 || chosen.length !== new Set(input.invoiceIds).size)
        throw new PaymentRefused('NO_INVOICE_CHOSEN', {}, 'invoiceIds');
      return chosen.reduce((sum, invoice) => sum + invoice.open, 0n);
    }
    const part = parseDecimal((input.amount ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
    const least = mandate.smallestPaymentMinor < all ? mandate.smallestPaymentMinor : all;
    if (part < least) throw new PaymentRefused('PART_TOO_SMALL', { amount: toDecimal(least), currency: theCase.currency }, 'amount');
    if (part > all) throw new PaymentRefused('PART_TOO_LARGE', { amount: toDecimal(all), currency: theCase.currency }, 'amount');
    return part;
  }
}

/** What is late or due of a plan, else its next instalment; never more than is owed and not contested. */
async function instalmentToPay(db: TenantDb, theCase: Case, plan: Plan): Promise<bigint> {
  const standing = await planStanding(db, plan);
  const open = (states: readonly string[]) =>
    standing.filter((i) => states.includes(i.state)).reduce((sum, i) => sum + i.amountMinor - i.coveredMinor, 0n);
  const next = standing.find((i) => i.state === 'to_come');
  const wanted = open(['late', 'due']) || (next ? next.amountMinor - next.coveredMinor : 0n);
  const owed = await uncontested(db, theCase);
  const minor = wanted < owed ? wanted : owed;
  if (minor <= 0n) throw new PaymentRefused('NOTHING_OWED');
  return minor;
}

function sameInvoices(before: readonly string[] | null, input: StartPaymentInput): boolean {
  const now = input.choice === 'invoices' ? [...input.invoiceIds].sort() : null;
  return JSON.stringify(before ? [...before].sort() : null) === JSON.stringify(now);
}
