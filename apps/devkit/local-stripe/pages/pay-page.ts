import { amountInWords } from '../amount';
import type { StoredSession } from '../objects/checkout-session';
import type Stripe from 'stripe';
import { html, type Html } from './html';
import { page } from './layout';
import type { FieldErrors, FieldName } from './payment-form';
import type { Words } from './words';

export interface PayPage {
  session: StoredSession;
  lines: Stripe.LineItem[];
  words: Words;
  merchant: string;
  method: string;
  typed: URLSearchParams;
  errors: FieldErrors;
  /** Why the last try failed. */
  alert?: string;
}

/** The hosted page: what is paid on one side, how on the other. Plain form, no script. */
export function payPage(view: PayPage): string {
  const { session, words, method } = view;
  const isSetup = session.mode === 'setup';
  const total = isSetup ? '' : amountInWords(session.amount_total ?? 0, session.currency ?? 'eur', words.lang);
  const submit = isSetup ? words.keep : `${words.pay} ${total}`;
  return page(
    words,
    isSetup ? words.keep : `${words.payment} ${total}`,
    html`<main class="two">
      <section aria-labelledby="due">
        <p class="merchant">${view.merchant}</p>
        <h1 id="due">${isSetup ? words.keepTitle : words.amountDue}</h1>
        <p class="total">${total}</p>
        <ul class="lines">
          ${view.lines.map((line) => lineItem(line, words))}
        </ul>
        ${session.cancel_url && html`<p><a href="${withSessionId(session.cancel_url, session.id)}">${words.cancel}</a></p>`}
      </section>
      <section class="box" aria-labelledby="how">
        <h2 id="how">${words.method}</h2>
        ${view.alert && html`<p class="alert" role="alert">${view.alert}</p>`}
        ${session.payment_method_types.length > 1 && html`<nav class="tabs" aria-label="${words.method}">${session.payment_method_types.map((type) => tab(type, type === method, words))}</nav>`}
        <form method="post" novalidate>
          <input type="hidden" name="method" value="${method}" />
          ${emailField(view)} ${method === 'card' ? cardFields(view) : sepaFields(view)}
          <button class="wide" type="submit">${submit}</button>
        </form>
        ${testNumbers(method, words)}
      </section>
    </main>`,
  );
}

export function withSessionId(url: string, id: string): string {
  return url.replaceAll('{CHECKOUT_SESSION_ID}', id);
}

function lineItem(line: Stripe.LineItem, words: Words): Html {
  const quantity = line.quantity ?? 1;
  const many = quantity > 1 && html`<small>${words.quantity(quantity)}</small>`;
  return html`<li>
    <span>${line.description}${many}</span><span class="amount">${amountInWords(line.amount_total, line.currency, words.lang)}</span>
  </li>`;
}

function tab(type: string, isCurrent: boolean, words: Words): Html {
  const label = type === 'sepa_debit' ? words.sepa_debit : words.card;
  return isCurrent ? html`<a href="?method=${type}" aria-current="true">${label}</a>` : html`<a href="?method=${type}">${label}</a>`;
}

function emailField(view: PayPage): Html {
  const known = view.session.customer_email;
  if (known) return html`<p class="field"><strong>${view.words.email}</strong><br />${known}</p>`;
  return field(view, 'email', view.words.email, { type: 'email', autocomplete: 'email' });
}

function cardFields(view: PayPage): Html {
  const { words } = view;
  const digits = { inputmode: 'numeric' };
  return html`${field(view, 'card_number', words.cardNumber, { ...digits, autocomplete: 'cc-number', placeholder: '4242 4242 4242 4242' })}
    <div class="pair">
      ${field(view, 'expiry', words.expiry, { ...digits, autocomplete: 'cc-exp', placeholder: '12/34' })}${field(view, 'cvc', words.cvc, { ...digits, autocomplete: 'cc-csc', placeholder: '123', maxlength: '4' })}
    </div>
    ${field(view, 'name', words.name, { autocomplete: 'cc-name' })}`;
}

function sepaFields(view: PayPage): Html {
  const { words } = view;
  return html`${field(view, 'iban', words.iban, { autocomplete: 'off', spellcheck: 'false', placeholder: 'FR14 2004 1010 0505 0001 3M02 606' })}
    ${field(view, 'name', words.name, { autocomplete: 'name' })}
    <p class="soft">${words.mandate(view.merchant)}</p>`;
}

/** The number and the code of a card are never written back into the page. */
const NOT_SHOWN_AGAIN = new Set<FieldName>(['card_number', 'cvc']);

function field(view: PayPage, name: FieldName, label: string, attributes: Record<string, string>): Html {
  const error = view.errors[name];
  const value = NOT_SHOWN_AGAIN.has(name) ? '' : (view.typed.get(name) ?? '');
  const others = Object.entries(attributes).map(([key, each]) => html` ${key}="${each}"`);
  const marks = error && html` aria-invalid="true" aria-describedby="${name}-error"`;
  const message = error && html`<p class="error" id="${name}-error">${error}</p>`;
  return html`<div class="field">
    <label for="${name}">${label}</label><input id="${name}" name="${name}" value="${value}" required${others}${marks} />${message}
  </div>`;
}

function testNumbers(method: string, words: Words): Html {
  const { testNotes: t } = words;
  const list: Array<[string, string]> =
    method === 'card'
      ? [
          ['4242 4242 4242 4242', t.ok],
          ['4000 0000 0000 0002', t.declined],
          ['4000 0000 0000 9995', t.funds],
          ['4000 0027 6000 3184', t.challenge],
          ['4000 0000 0000 0259', t.dispute],
        ]
      : [
          ['FR14 2004 1010 0505 0001 3M02 606', t.settles],
          ['FR84 2004 1010 0505 0001 3M02 607', t.fails],
          ['FR57 2004 1010 0505 0001 3M02 608', t.dispute],
        ];
  return html`<details>
    <summary>${words.testCards}</summary>
    <dl>
      ${list.map(
        ([number, what]) =>
          html`<dt><code>${number}</code></dt>
            <dd>${what}</dd>`,
      )}
    </dl>
  </details>`;
}
