import { amountInWords } from '../amount';
import { expireIfDue, finishChallenge, submitSession } from '../flows/checkout';
import { submitSetup } from '../flows/keep-method';
import type { StoredSession } from '../objects/checkout-session';
import type { Simulation } from '../simulation';
import { challengePage } from './challenge-page';
import { notice } from './layout';
import { payPage, withSessionId } from './pay-page';
import { methodOf, readPaymentForm, type FieldErrors } from './payment-form';
import { declineInWords, wordsFor, type Words } from './words';

export interface PageAnswer {
  status: number;
  /** A page, or an address to go on to. */
  html?: string;
  location?: string;
}

const NO_FORM = new URLSearchParams();

/** The pages a payer sees. Each answer is decided in one step, so two posts at once cannot both charge. */
export class HostedPages {
  constructor(
    private readonly sim: Simulation,
    private readonly merchant: string,
  ) {}

  session(
    id: string,
    method: 'GET' | 'POST',
    query: URLSearchParams,
    form: URLSearchParams,
    language?: string,
    requestId = '',
  ): PageAnswer {
    const session = this.sim.store.sessions.get(id);
    const words = wordsFor(session?.locale, language);
    if (!session) return { status: 404, html: notice(words, words.unknownTitle, words.unknownText) };
    expireIfDue(this.sim, session);
    if (session.status !== 'open') return this.closed(session, words, method);
    if (method === 'GET') {
      const alert = this.lastError(session, words);
      return { status: 200, html: this.form(session, words, methodOf(query, session.payment_method_types), NO_FORM, {}, alert) };
    }
    return this.sim.during({ id: requestId, idempotency_key: null }, () => this.submit(session, words, form));
  }

  challenge(id: string, answer: string | null, language?: string, requestId = ''): PageAnswer {
    const intent = this.sim.store.intents.get(id);
    const side = this.sim.store.intentSides.get(id);
    const session = this.sim.store.sessions.get(side?.session ?? '');
    const words = wordsFor(session?.locale, language);
    if (!intent) return { status: 404, html: notice(words, words.unknownTitle, words.unknownText) };
    if (intent.status === 'requires_action' && answer === null) {
      return { status: 200, html: challengePage(intent, words, this.merchant) };
    }
    if (answer !== null) {
      this.sim.during({ id: requestId, idempotency_key: null }, () => finishChallenge(this.sim, intent, answer === 'approve'));
    }
    if (session) return this.afterwards(session);
    return side?.returnUrl ? { status: 303, location: side.returnUrl } : this.closedNotice(words, words.completeTitle, intent.status);
  }

  /** What `receipt_url` of a charge leads to. */
  receipt(chargeId: string, language?: string): PageAnswer {
    const charge = this.sim.store.charges.get(chargeId);
    const words = wordsFor('auto', language);
    if (charge?.status !== 'succeeded') return { status: 404, html: notice(words, words.unknownTitle, words.unknownText) };
    const day = new Intl.DateTimeFormat(words.lang, { dateStyle: 'long' }).format(charge.created * 1_000);
    const amount = amountInWords(charge.amount, charge.currency, words.lang);
    return { status: 200, html: notice(words, words.receiptTitle, `${this.merchant}, ${day}: ${amount}. ${charge.description ?? ''}`) };
  }

  private submit(session: StoredSession, words: Words, form: URLSearchParams): PageAnswer {
    const method = methodOf(form, session.payment_method_types);
    const rules = {
      email: session.customer_email,
      types: session.payment_method_types,
      amount: session.amount_total ?? 0,
      sepaLimit: this.sim.settings.sepaLimit,
      now: new Date(this.sim.clock()),
    };
    const { entry, errors } = readPaymentForm(form, rules, words);
    if (!entry) return { status: 422, html: this.form(session, words, method, form, errors, words.errors.summary) };
    if (session.mode === 'setup') {
      const outcome = submitSetup(this.sim, session, entry.instrument, entry.payer);
      const alert = outcome === 'refused' ? declineInWords(words, 'card_declined', undefined) : undefined;
      return outcome === 'refused' ? { status: 402, html: this.form(session, words, method, form, {}, alert) } : this.afterwards(session);
    }
    const intent = submitSession(this.sim, session, entry.instrument, entry.payer);
    if (intent?.status === 'requires_payment_method') {
      return { status: 402, html: this.form(session, words, method, form, {}, this.lastError(session, words)) };
    }
    return this.afterwards(session);
  }

  /** Where a payer goes after a post: on to the merchant, to the challenge, or back to the form. */
  private afterwards(session: StoredSession): PageAnswer {
    const intent = this.sim.store.intents.get(session.payment_intent ?? '');
    if (session.status === 'complete' && session.success_url) {
      return { status: 303, location: withSessionId(session.success_url, session.id) };
    }
    if (intent?.status === 'requires_action') return { status: 303, location: `/3ds/${intent.id}` };
    return { status: 303, location: `/c/pay/${session.id}` };
  }

  private closed(session: StoredSession, words: Words, method: string): PageAnswer {
    if (session.status === 'expired') {
      const link = session.cancel_url ? { url: withSessionId(session.cancel_url, session.id), label: words.back } : undefined;
      return { status: 410, html: notice(words, words.expiredTitle, words.expiredText, link) };
    }
    // Pressed twice: the second press goes where the first one went.
    if (method === 'POST') return this.afterwards(session);
    const link = session.success_url ? { url: withSessionId(session.success_url, session.id), label: words.back } : undefined;
    const isUnderWay = this.sim.store.intents.get(session.payment_intent ?? '')?.status === 'processing';
    return {
      status: 200,
      html: isUnderWay
        ? notice(words, words.processingTitle, words.processingText, link)
        : notice(words, words.completeTitle, words.completeText, link),
    };
  }

  private closedNotice(words: Words, title: string, text: string): PageAnswer {
    return { status: 200, html: notice(words, title, text) };
  }

  private lastError(session: StoredSession, words: Words): string | undefined {
    const error = this.sim.store.intents.get(session.payment_intent ?? '')?.last_payment_error;
    return error ? declineInWords(words, error.code, error.decline_code) : undefined;
  }

  private form(session: StoredSession, words: Words, method: string, typed: URLSearchParams, errors: FieldErrors, alert?: string): string {
    const lines = this.sim.store.sessionSides.get(session.id)?.lineItems ?? [];
    return payPage({ session, lines, words, merchant: this.merchant, method, typed, errors, alert });
  }
}
