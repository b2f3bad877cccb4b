import { MarkRemittancePaidOut, OrderRemittance } from '@amiable/billing';
import { Temporal, type SetClock } from '@amiable/kernel';
import { postEntries, recordMovements, type MoneyFact } from '@amiable/payments';
import { RequestContext, TenantDb, type ReadDb } from '@amiable/platform';
import { judgeDuePromises, judgePlans } from '@amiable/resolution';
import type { Person } from './agency';
import { at, isoDay } from './days';
import { plantRows } from './plant-rows';
import type { DemoCase, DemoInvoice, Pay } from './portfolio.types';
import { collectorOf } from './story-events';
import type { Story } from './tell-story';
import { invoiceRow } from './write-parties';

const system = RequestContext.system();

/** What happened, by day. */
interface Day {
  opened: DemoCase[];
  placed: Array<readonly [DemoCase, DemoInvoice]>;
  promised: DemoCase[];
  planned: DemoCase[];
  credited: DemoCase[];
  gaveUp: DemoCase[];
  paid: Array<readonly [DemoCase, Pay]>;
  judges: boolean;
}

/**
 * Lives through two years day by day, so that everything that has to be true is made by the code that keeps it true:
 * movements, receipts, ledger, fees, allocations, closed cases, promises judged, remittances.
 */
export async function replay(
  db: ReadDb,
  clock: SetClock,
  today: number,
  story: Story,
  collectors: readonly Person[],
  accountant: RequestContext,
  progress: (share: number) => void,
): Promise<void> {
  const agenda = writeAgenda(today, story);
  const first = Math.min(...agenda.keys());
  const keys = new Map<Pay, string>();
  for (let day = first; day <= today; day++) {
    clock.set(isoDay(day), '10:30');
    const what = agenda.get(day);
    if (what) await liveThrough(db, day, what, keys, today, collectors);
    const date = Temporal.PlainDate.from(isoDay(day));
    if (date.dayOfWeek === 1 || date.day === 5) await payOutProvider(db, story, day);
    if (date.day === 5) await remit(db, clock, story, day, accountant, today);
    if (day % 15 === 0) progress((day - first) / (today - first));
  }
}

function writeAgenda(today: number, { cases }: Story): Map<number, Day> {
  const agenda = new Map<number, Day>();
  const on = (day: number): Day => {
    if (!agenda.has(day))
      agenda.set(day, { opened: [], placed: [], promised: [], planned: [], credited: [], gaveUp: [], paid: [], judges: false });
    return agenda.get(day)!;
  };
  for (const theCase of cases) {
    on(theCase.opened).opened.push(theCase);
    for (const invoice of theCase.invoices) on(invoice.placed!).placed.push([theCase, invoice]);
    if (theCase.promise) {
      on(theCase.promise.made).promised.push(theCase);
      if (theCase.promise.due + 3 < today) on(theCase.promise.due + 3).judges = true; // what is due for judgement today is left to today's run
    }
    if (theCase.plan) {
      on(theCase.plan.agreed).planned.push(theCase);
      for (const { due } of theCase.plan.instalments) if (due + 9 < today) on(due + 9).judges = true;
    }
    if (theCase.dispute?.upheld) on(theCase.dispute.closed!).credited.push(theCase);
    if (theCase.gaveUp) on(theCase.gaveUp.day).gaveUp.push(theCase);
    for (const pay of theCase.pays) on(pay.day).paid.push([theCase, pay]);
  }
  return agenda;
}

async function liveThrough(
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

/** Each Monday, and before remittances are ordered, the provider pays out what it holds. */
async function payOutProvider(db: ReadDb, { clients }: Story, day: number): Promise<void> {
  const held = await db.rows<{ client_id: string; balance_minor: bigint }>(
    `select client_id, balance_minor from ledger_balances where account = 'PSP_CLEARING' and balance_minor > 0 and client_id = any($1) order by 1`,
    [clients.map(({ id }) => id)],
  );
  await postEntries(
    db,
    held.map((row) => ({
      clientId: row.client_id,
      book: 'trust',
      kind: 'payout',
      sourceKind: 'payout',
      sourceId: `stripe:po_demo${day}`,
      currency: 'EUR',
      effectiveOn: isoDay(day),
      lines: [
        { account: 'BANK_TRUST', minor: row.balance_minor },
        { account: 'PSP_CLEARING', minor: -row.balance_minor },
      ],
    })),
  );
}

/** On the fifth the month before is remitted; of the newest month one client's waits to be ordered, and one's to be paid out. */
async function remit(
  db: ReadDb,
  clock: SetClock,
  { clients }: Story,
  day: number,
  accountant: RequestContext,
  today: number,
): Promise<void> {
  const asOf = Temporal.PlainDate.from(isoDay(day)).with({ day: 1 }).subtract({ days: 1 }).toString();
  const newest = day > today - 28;
  for (const [i, client] of clients.entries()) {
    if (newest && i === 1) continue;
    const tenant = new TenantDb(db.em, db.clock, client.id);
    clock.set(isoDay(day), '11:15');
    if (!(await hasMoney(db, client.id, asOf))) continue;
    const { remittanceId } = await new OrderRemittance().run(accountant, tenant, { asOf });
    if (newest && i === 0) continue;
    clock.set(isoDay(day), '16:45');
    await new MarkRemittancePaidOut().run(accountant, tenant, { remittanceId, paidOutOn: isoDay(day) });
  }
}

async function hasMoney(db: ReadDb, clientId: string, asOf: string): Promise<boolean> {
  const found = await db.row<{ funds: bigint }>(
    `select coalesce(sum(amount_minor), 0)::bigint as funds from movements m where client_id = $1 and effective_on <= $2
     and not exists (select from remittance_lines r where r.client_id = m.client_id and r.movement_id = m.id)`,
    [clientId, asOf],
  );
  return found!.funds > 0n;
}
