import { OpenCheckout, StartPayment } from '@amiable/payments';
import { Performer, RequestContext } from '@amiable/platform';
import type { Stage } from '../stage';

type Write = new (...given: never[]) => { run(...given: never[]): Promise<unknown> };
type Input<W extends Write> = Parameters<InstanceType<W>['run']>[2];
type Answer<W extends Write> = Awaited<ReturnType<InstanceType<W>['run']>>;

export const card = { method: 'card', card_number: '4242 4242 4242 4242' };
export const debit = { method: 'sepa_debit', iban: 'FR1420041010050500013M02606' };

/** The code a write is refused with; `done` when it was let through. */
export const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: { code: string; message: string }) => error.code ?? error.message,
  );

/** What people do, on a stage: writes through the performer, payments on the provider's page. */
export function actsOn(stage: () => Stage) {
  const ctx = RequestContext.system();
  const perform = <W extends Write>(clientId: string, write: W, input: Input<W>): Promise<Answer<W>> =>
    stage()
      .worker.get(Performer)
      .perform(ctx, clientId, stage().worker.get(write as never), input as never) as Promise<Answer<W>>;
  return {
    perform,
    /** The debtor chooses an amount and stands on the provider's page. */
    async begin(clientId: string, caseId: string, amount: string): Promise<{ url: string; paymentId: string }> {
      const { paymentId } = await perform(clientId, StartPayment, { caseId, choice: 'part', invoiceIds: [], amount, language: 'fr' });
      return { paymentId, url: await stage().worker.get(OpenCheckout).open(ctx, clientId, paymentId) };
    },
    /** The debtor sends the provider's form, and everything that follows happens. */
    async submit(url: string, fields: Record<string, string>): Promise<void> {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ expiry: '12/39', cvc: '123', name: 'A Dupont', ...fields }),
      });
      if (answer.status !== 303) throw new Error(`the provider's page answered ${answer.status}`);
      await stage().settle();
    },
    async intentOf(paymentId: string): Promise<string> {
      const [found] = await stage().test.owner<{ object_id: string }>(
        `select object_id from provider_objects where payment_id = $1 and object_id like 'pi_%'`,
        [paymentId],
      );
      return found!.object_id;
    },
    /** Balances of a client that are not zero. */
    async balances(clientId: string, book: 'trust' | 'own'): Promise<Record<string, bigint>> {
      const rows = await stage().test.owner(
        `select account, balance_minor from ledger_balances where client_id = $1 and book = $2 and balance_minor <> 0`,
        [clientId, book],
      );
      return Object.fromEntries(rows.map((row) => [row.account, row.balance_minor]));
    },
  };
}
