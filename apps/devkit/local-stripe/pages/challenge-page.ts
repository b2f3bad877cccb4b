import { amountInWords } from '../amount';
import type { StoredIntent } from '../objects/payment-intent';
import { html } from './html';
import { page } from './layout';
import type { Words } from './words';

/** The bank's question of 3-D Secure, with both answers as buttons. */
export function challengePage(intent: StoredIntent, words: Words, merchant: string): string {
  return page(
    words,
    words.challengeTitle,
    html`<main class="narrow">
      <div class="box">
        <h1>${words.challengeTitle}</h1>
        <p>${merchant}</p>
        <p class="total">${amountInWords(intent.amount, intent.currency, words.lang)}</p>
        <p class="soft">${words.challengeText}</p>
        <form method="post" class="row">
          <button name="answer" value="approve">${words.approve}</button
          ><button class="quiet" name="answer" value="refuse">${words.refuse}</button>
        </form>
      </div>
    </main>`,
  );
}
