import { MarkRemittancePaidOut, OrderRemittance } from '@amiable/billing';
import { Temporal, type SetClock } from '@amiable/kernel';
import { postEntries } from '@amiable/payments';
import { RequestContext, TenantDb, type ReadDb } from '@amiable/platform';
import type { Person } from './agency';
import { isoDay } from './days';
import type { Pay } from './portfolio.types';
import { liveThrough, type Day } from './live-through';
import type { Story } from './tell-story';

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
