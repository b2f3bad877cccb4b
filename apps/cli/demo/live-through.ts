import { Temporal } from '@amiable/kernel';
import { recordMovements, type MoneyFact } from '@amiable/payments';
import { RequestContext, type ReadDb } from '@amiable/platform';
import { judgeDuePromises, judgePlans } from '@amiable/resolution';
import type { Person } from './agency';
import { at, isoDay } from './days';
import { plantRows } from './plant-rows';
import type { DemoCase, DemoInvoice, Pay } from './portfolio.types';
import { collectorOf } from './story-events';
import { invoiceRow } from './write-parties';

const system = RequestContext.system();

/** What happened, by day. */
export interface Day {
  opened: DemoCase[];
  placed: Array<readonly [DemoCase, DemoInvoice]>;
  promised: DemoCase[];
  planned: DemoCase[];
  credited: DemoCase[];
  gaveUp: DemoCase[];
  paid: Array<readonly [DemoCase, Pay]>;
  judges: boolean;
}

/** One day of the story, told to the code that keeps it true. */
export async function liveThrough(
  db: ReadDb,
  day: number,
  what: Day,
  keys: Map<Pay, string>,
  today: number,
  collectors: readonly Person[],
): Promise<void> {
  await plantRows(
    db,
    'cases',
    what.opened.map((theCase) => ({
      client_id: theCase.client.id,
      id: theCase.id,
      reference: theCase.reference,
      debtor_id: theCase.debtor.id,
      mandate_id: theCase.client.mandateId,
      brand_id: theCase.client.brandId,
      hat: theCase.client.hat,
      state: 'open',
      stage: 'reminder',
      owner_id: theCase.ownerIndex === null ? null : collectorOf(theCase, collectors).id,
      currency: 'EUR',
      fee_percent: theCase.feePercent,
      opened_on: isoDay(day),
      created_at: at(day, '06:30'),
    })),
  );
  await plantRows(
    db,
    'invoices',
    what.placed.map(([theCase, invoice]) => invoiceRow(invoice, theCase.id)),
  );
  await plantRows(
    db,
    'promises',
    what.promised.map(({ client, id, promise }) => ({
      client_id: client.id,
      id: promise!.id,
      case_id: id,
      amount_minor: promise!.minor,
      currency: 'EUR',
      due_on: isoDay(promise!.due),
      made_on: isoDay(day),
      state: 'open',
      made_by: promise!.madeBy,
      created_at: at(day, '15:10'),
    })),
  );
  await plantRows(
    db,
    'plans',
    what.planned.map(({ client, id, plan }) => ({
      client_id: client.id,
      id: plan!.id,
      case_id: id,
      total_minor: plan!.minor,
      currency: 'EUR',
      state: 'active',
      agreed_on: isoDay(day),
      created_at: at(day, '16:20'),
    })),
  );
  await plantRows(
    db,
    'instalments',
    what.planned.flatMap(({ client, plan }) =>
      plan!.instalments.map((one) => ({
        client_id: client.id,
        plan_id: plan!.id,
        number: one.number,
        due_on: isoDay(one.due),
        amount_minor: one.minor,
      })),
    ),
  );
  for (const { client, id, dispute } of what.credited) {
    await db.rows(
      `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on)
       select client_id, id, $2, 'credit_note', $4, least($5::bigint, amount_minor - settled_minor), $6 from invoices where client_id = $1 and id = $3 and amount_minor > settled_minor`,
      [client.id, id, dispute!.invoice.id, dispute!.id, String(dispute!.minor), isoDay(day)],
    );
  }
  if (what.paid.length > 0)
    await recordMovements(db, await factsOf(db, day, what.paid, keys), new Date(at(day, day === today ? '07:40' : '10:30')));
  for (const { client, id, gaveUp } of what.gaveUp) {
    await db.rows(`update cases set state = 'closed', close_reason = $3, closed_on = $4 where client_id = $1 and id = $2`, [
      client.id,
      id,
      gaveUp!.reason,
      isoDay(day),
    ]);
  }
  if (what.judges) {
    const date = Temporal.PlainDate.from(isoDay(day));
    await judgeDuePromises(db, system, date);
    await judgePlans(db, date);
  }
}

/** What the provider, the bank and the client told of this day; each card payment has its own row, as checkout makes it. */
async function factsOf(
  db: ReadDb,
  day: number,
  paid: ReadonlyArray<readonly [DemoCase, Pay]>,
  keys: Map<Pay, string>,
): Promise<MoneyFact[]> {
  const outside = {
    card: 'stripe:ch_demo',
    sepa_debit: 'stripe:py_demo',
    transfer: 'bank:demo',
    cheque: 'bank:cheque',
    direct: 'client_declared:demo',
  } as const;
  const facts = paid.map(([theCase, pay], i): MoneyFact => {
    const key = pay.reverses ? `stripe:${pay.reverses.kind === 'refund' ? 're' : 'dp'}_demo${day}${i}` : `${outside[pay.method]}${day}${i}`;
    keys.set(pay, key);
    const byStripe = pay.method === 'card' || pay.method === 'sepa_debit';
    const fee =
      !byStripe || pay.reverses?.kind === 'refund'
        ? 0
        : pay.reverses
          ? 2000
          : pay.method === 'card'
            ? Math.round(pay.minor * 0.015) + 25
            : 35;
    return {
      clientId: theCase.client.id,
      caseId: theCase.id,
      kind: pay.reverses?.kind ?? 'payment',
      method: pay.method,
      sourceKey: key,
      reversesKey: pay.reverses ? keys.get(pay.reverses.pay)! : null,
      paymentId: byStripe && !pay.reverses ? (pay.invoice?.id ?? null) : null,
      invoiceIds: pay.invoice ? [pay.invoice.id] : null,
      amountMinor: BigInt(pay.minor),
      providerFeeMinor: BigInt(fee),
      currency: 'EUR',
      effectiveOn: isoDay(day),
    };
  });
  // The id of the payment is the invoice's with another first digit: one card payment an invoice, or a part of it.
  const checkouts = facts.filter((fact) => fact.paymentId).map((fact) => ({ fact, id: checkoutId(fact.paymentId!, day) }));
  await plantRows(
    db,
    'payments',
    checkouts.map(({ fact, id }) => ({
      client_id: fact.clientId,
      id,
      case_id: fact.caseId,
      provider: 'stripe',
      amount_minor: fact.amountMinor.toString(),
      currency: 'EUR',
      invoice_ids: fact.invoiceIds,
      language: 'fr',
      state: 'succeeded',
      session_id: `cs_demo_${id.slice(-12)}`,
      created_at: at(day, '07:31'),
      expires_at: at(day, '08:02'),
    })),
  );
  const idOf = new Map(checkouts.map(({ fact, id }) => [fact, id]));
  return facts.map((fact) => ({ ...fact, paymentId: idOf.get(fact) ?? null }));
}

function checkoutId(invoiceId: string, day: number): string {
  return `${invoiceId.slice(0, -5)}${(day % 0xfffff).toString(16).padStart(5, '0')}`;
}
