import { amountInWords } from '../amount';
import { isClosed } from '../flows/dispute';
import type { StoredIntent } from '../objects/payment-intent';
import type { Store } from '../store';
import { html, type Html } from './html';
import { page } from './layout';

const SHOWN = 25;
const WORDS = { lang: 'en', banner: 'Local Stripe: no real money, no real cards.' };

/** What happened lately, with the levers of the bank and of the network as buttons. */
export function dashboard(store: Store, isHolding: boolean): string {
  const payments = store.intents.all.slice(-SHOWN).toReversed();
  const events = store.events.all.slice(-SHOWN).toReversed();
  const waiting = [...store.deliveries.values()].filter((d) => d.state !== 'delivered');
  return page(
    WORDS,
    'Local Stripe',
    html`<main class="broad">
      <h1>Local Stripe</h1>
      <div class="row">
        ${isHolding ? lever('release', 'Release webhooks') : lever('hold', 'Hold webhooks')}${lever('release', 'Release shuffled', { seed: '1' })}${lever('redeliver', 'Deliver all again', { event: 'all' })}${lever('payout', 'Pay out the balance')}${lever('fault', 'Next request: 500', { kind: 'error_500_after' })}${lever('fault', 'Next request: line cut after acting', { kind: 'drop_after' })}
      </div>
      <section class="box scroll">
        <h2>Payments</h2>
        <table>
          <tr>
            <th>Payment</th>
            <th>Amount</th>
            <th>Status</th>
            <th></th>
          </tr>
          ${payments.map((intent) => paymentRow(store, intent))}
        </table>
        ${payments.length === 0 && html`<p class="soft">None yet.</p>`}
      </section>
      <section class="box scroll">
        <h2>Events (${waiting.length} not delivered)</h2>
        <table>
          <tr>
            <th>Event</th>
            <th>Type</th>
            <th>Webhook</th>
            <th>Tries</th>
            <th></th>
          </tr>
          ${events.map((event) => {
            const delivery = store.deliveries.get(event.id);
            const last = delivery?.attempts.at(-1);
            return html`<tr>
              <td><code>${event.id}</code></td>
              <td>${event.type}</td>
              <td>${delivery?.state ?? 'no address'} ${last && (last.error ?? last.status)}</td>
              <td>${delivery?.attempts.length ?? 0}</td>
              <td>${delivery && lever('redeliver', 'Deliver again', { event: event.id })}</td>
            </tr>`;
          })}
        </table>
        ${events.length === 0 && html`<p class="soft">None yet.</p>`}
      </section>
    </main>`,
  );
}

function paymentRow(store: Store, intent: StoredIntent): Html {
  const charge = store.charges.get(intent.latest_charge ?? '');
  const dispute = charge?.disputed ? store.disputes.all.findLast((d) => d.charge === charge.id) : undefined;
  const levers: Html[] = [];
  if (intent.status === 'processing') {
    levers.push(lever('settle', 'Settle', { payment_intent: intent.id, outcome: 'succeeded' }));
    levers.push(lever('settle', 'Fail', { payment_intent: intent.id, outcome: 'failed' }));
  }
  if (charge?.status === 'succeeded' && !charge.disputed) levers.push(lever('open-dispute', 'Dispute', { charge: charge.id }));
  if (dispute && !isClosed(dispute)) {
    levers.push(lever('close-dispute', 'Won', { dispute: dispute.id, outcome: 'won' }));
    levers.push(lever('close-dispute', 'Lost', { dispute: dispute.id, outcome: 'lost' }));
  }
  const refunded = charge?.amount_refunded ? html`<br />refunded ${amountInWords(charge.amount_refunded, intent.currency)}` : '';
  return html`<tr>
    <td><code>${intent.id}</code><br />${intent.description}</td>
    <td class="amount">${amountInWords(intent.amount, intent.currency)}${refunded}</td>
    <td>${intent.status}${dispute && html`<br />dispute ${dispute.status}`}</td>
    <td><div class="row">${levers}</div></td>
  </tr>`;
}

function lever(action: string, label: string, fields: Record<string, string> = {}): Html {
  const hidden = Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  return html`<form method="post" action="/_control/${action}">${hidden}<button class="small quiet">${label}</button></form>`;
}
