import { publishExposures } from '@amiable/cases';
import { newId, percentOf, toDate, toDecimal } from '@amiable/kernel';
import { RequestContext, type ReadDb } from '@amiable/platform';
import { settleAnnouncements, settlePromises } from '@amiable/resolution';
import { postEntries } from '../ledger/post-entries';
import { reallocateCases } from './allocate-cases';
import { guideByPromises, type GuidedFact } from './guide-by-promises';
import { settleCaseStates } from './settle-case-states';
import type { MoneyFact } from './money-fact';
import { entriesOfMovement } from './movement-postings.rules';

/** A refusal to record yet: the payment that a reversal takes back is not known. It is tried again later. */
export class PaymentNotKnownYet extends Error {}

interface NewMovement {
  readonly id: string;
  readonly fact: GuidedFact;
  readonly reverses: string | null;
  readonly receiptNumber: string | null;
  readonly feePercent: string;
}

/**
 * Records money that moved: movement, receipt number, ledger, success fee, allocation to invoices, case state,
 * promises, timeline and the receipt to send, for a whole set of facts in one transaction and a dozen statements.
 * A fact that is known already changes nothing, whatever the order facts arrive in. Answers how many were new.
 * Throws PaymentNotKnownYet.
 */
export async function recordMovements(
  db: ReadDb,
  facts: readonly MoneyFact[],
  at: Date = toDate(db.clock.now()),
  ctx: RequestContext = RequestContext.system(),
): Promise<number> {
  if (facts.length === 0) return 0;
  const year = at.getUTCFullYear();
  const feePercents = await holdCases(db, facts);
  await holdRecording(db, year);
  const fresh = await guideByPromises(db, await newFacts(db, facts));
  if (fresh.length === 0) return 0;
  const movements = await prepare(db, fresh, year, feePercents);
  await insertMovements(db, movements, at);
  await post(db, movements);
  await insertFees(db, movements, at);
  const caseKeys = [...new Map(fresh.map((fact) => [fact.caseId, { clientId: fact.clientId, caseId: fact.caseId }])).values()];
  await reallocateCases(db, caseKeys);
  await settlePromises(db, ctx, caseKeys);
  await settleCaseStates(db, ctx, caseKeys);
  await settleAnnouncements(db, ctx, caseKeys);
  await tellMovements(db, movements, at, ctx);
  await publishExposures(db, `movement:${movements[0]!.id}`, caseKeys, at);
  return movements.length;
}

/**
 * Holds the cases of what is not recorded yet, in one order, and answers their fee percents: what is allocated is reckoned from invoices that
 * stand still. Cases come before the series, so that one held case (its letter is being printed) keeps nobody else from recording.
 */
async function holdCases(db: ReadDb, facts: readonly MoneyFact[]): Promise<Map<string, string>> {
  const held = await db.rows<{ id: string; fee_percent: string }>(
    `select c.id, c.fee_percent from cases c where (c.client_id, c.id) in (
       select f.client_id, f.case_id from jsonb_to_recordset($1::jsonb) as f(client_id uuid, case_id uuid, source_key text)
       where not exists (select from movements m where m.client_id = f.client_id and m.source_key = f.source_key))
     order by c.client_id, c.id for no key update of c`,
    [JSON.stringify(facts.map((fact) => ({ client_id: fact.clientId, case_id: fact.caseId, source_key: fact.sourceKey })))],
  );
  return new Map(held.map((row) => [row.id, row.fee_percent]));
}

async function newFacts(db: ReadDb, facts: readonly MoneyFact[]): Promise<MoneyFact[]> {
  const unique = [...new Map(facts.map((fact) => [`${fact.clientId} ${fact.sourceKey}`, fact])).values()];
  const known = await db.rows<{ client_id: string; source_key: string }>(
    `select m.client_id, m.source_key from jsonb_to_recordset($1::jsonb) as f(client_id uuid, source_key text) join movements m using (client_id, source_key)`,
    [JSON.stringify(unique.map((fact) => ({ client_id: fact.clientId, source_key: fact.sourceKey })))],
  );
  const knownKeys = new Set(known.map((row) => `${row.client_id} ${row.source_key}`));
  return unique.filter((fact) => !knownKeys.has(`${fact.clientId} ${fact.sourceKey}`));
}

async function prepare(
  db: ReadDb,
  facts: readonly GuidedFact[],
  year: number,
  feePercents: ReadonlyMap<string, string>,
): Promise<NewMovement[]> {
  const reversed = facts.filter((fact) => fact.reversesKey);
  const parents = await db.rows<{ client_id: string; source_key: string; id: string; fee_percent: string | null }>(
    `select m.client_id, m.source_key, m.id, f.percent as fee_percent from jsonb_to_recordset($1::jsonb) as k(client_id uuid, source_key text)
     join movements m using (client_id, source_key) left join fees f on f.client_id = m.client_id and f.movement_id = m.id`,
    [JSON.stringify(reversed.map((fact) => ({ client_id: fact.clientId, source_key: fact.reversesKey })))],
  );
  const known = new Map(parents.map((p) => [`${p.client_id} ${p.source_key}`, { id: p.id, feePercent: p.fee_percent }]));
  const firstNumber = await takeNumbers(db, `receipt ${year}`, facts.filter((fact) => fact.kind === 'payment').length);
  let receipt = firstNumber;
  // Payments first: a refund may come in one set with its payment.
  const inOrder = [...facts].sort((a, b) => Number(a.kind !== 'payment') - Number(b.kind !== 'payment'));
  return inOrder.map((fact) => {
    const parent = fact.reversesKey ? known.get(`${fact.clientId} ${fact.reversesKey}`) : undefined;
    if (fact.reversesKey && !parent)
      throw new PaymentNotKnownYet(`${fact.sourceKey} reverses ${fact.reversesKey}, which is not recorded yet`);
    const feePercent = parent?.feePercent ?? feePercents.get(fact.caseId);
    if (!feePercent) throw new Error(`Movement ${fact.sourceKey} names a case that does not exist`);
    const id = newId();
    known.set(`${fact.clientId} ${fact.sourceKey}`, { id, feePercent });
    const receiptNumber = fact.kind === 'payment' ? `Q-${year}-${String(receipt++).padStart(6, '0')}` : null;
    return { id, fact, reverses: parent?.id ?? null, receiptNumber, feePercent };
  });
}

/** One row is held by everybody who records money: no fact is recorded twice, receipt numbers have no gaps, and balances stand still. */
export async function holdRecording(db: ReadDb, year: number): Promise<void> {
  await takeNumbers(db, `receipt ${year}`, 0);
}

/** Takes n numbers of a series; answers the first. The series has no gap: a rolled-back use gives its numbers back. */
export async function takeNumbers(db: ReadDb, series: string, n: number): Promise<number> {
  const taken = await db.row<{ last: bigint }>(
    `insert into counters (name, value) values ($1, $2) on conflict (name) do update set value = counters.value + $2 returning value as last`,
    [series, n],
  );
  return Number(taken!.last) - n + 1;
}

async function insertMovements(db: ReadDb, movements: readonly NewMovement[], at: Date): Promise<void> {
  await db.rows(
    `insert into movements (client_id, id, case_id, payment_id, kind, method, source_key, reverses, invoice_ids, amount_minor, provider_fee_minor, currency, effective_on, recorded_at, receipt_number, owner_id)
     select client_id, id, case_id, payment_id, kind, method, source_key, reverses, invoice_ids, amount_minor, provider_fee_minor, currency, effective_on, $2, receipt_number,
       -- What goes back counts against who collected it.
       coalesce((select b.owner_id from movements b where b.client_id = m.client_id and b.id = m.reverses), (select c.owner_id from cases c where c.client_id = m.client_id and c.id = m.case_id))
     from jsonb_to_recordset($1::jsonb) as m(client_id uuid, id uuid, case_id uuid, payment_id uuid, kind text, method text, source_key text, reverses uuid, invoice_ids uuid[],
       amount_minor bigint, provider_fee_minor bigint, currency text, effective_on date, receipt_number text)`,
    [
      JSON.stringify(
        movements.map(({ id, fact, reverses, receiptNumber }) => ({
          client_id: fact.clientId,
          id,
          case_id: fact.caseId,
          payment_id: fact.paymentId ?? null,
          kind: fact.kind,
          method: fact.method,
          source_key: fact.sourceKey,
          reverses,
          invoice_ids: fact.invoiceIds ?? null,
          amount_minor: fact.amountMinor.toString(),
          provider_fee_minor: fact.providerFeeMinor.toString(),
          currency: fact.currency,
          effective_on: fact.effectiveOn,
          receipt_number: receiptNumber,
        })),
      ),
      at,
    ],
  );
}

/**
 * Posts payments first; then each reversal against what the client's payable still holds, kept current as they go.
 * Money that comes first clears what the client has to give back: so the balances depend on the facts, never on their order.
 */
async function post(db: ReadDb, movements: readonly NewMovement[]): Promise<void> {
  const facts = movements.map((m) => m.fact).filter((fact) => fact.method !== 'direct'); // touches no trust money
  const balances = new Map<string, { payable: bigint; recoverable: bigint }>();
  const rows = await db.rows<{ client_id: string; currency: string; account: string; balance_minor: bigint }>(
    `select client_id, currency, account, balance_minor from ledger_balances where client_id = any($1) and account in ('CLIENT_PAYABLE', 'CHARGEBACK_RECOVERABLE')`,
    [[...new Set(facts.map((fact) => fact.clientId))]],
  );
  const balanceOf = (clientId: string, currency: string) => {
    const key = `${clientId} ${currency}`;
    if (!balances.has(key)) balances.set(key, { payable: 0n, recoverable: 0n });
    return balances.get(key)!;
  };
  for (const row of rows) {
    const balance = balanceOf(row.client_id, row.currency);
    if (row.account === 'CLIENT_PAYABLE') balance.payable = -row.balance_minor;
    else balance.recoverable = row.balance_minor;
  }
  await postEntries(
    db,
    facts.flatMap((fact) => {
      const balance = balanceOf(fact.clientId, fact.currency);
      if (fact.amountMinor > 0n) {
        const owedBack = least(fact.amountMinor, balance.recoverable);
        balance.recoverable -= owedBack;
        balance.payable += fact.amountMinor - owedBack;
        return entriesOfMovement(fact, 0n, owedBack);
      }
      const cover = least(-fact.amountMinor, balance.payable);
      balance.payable -= cover;
      balance.recoverable += -fact.amountMinor - cover;
      return entriesOfMovement(fact, cover, 0n);
    }),
  );
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b < 0n ? 0n : b;
}

/** Success fee per movement, rounded once each; a reversal gives it back at the rate of its payment (golden 5-A). */
async function insertFees(db: ReadDb, movements: readonly NewMovement[], at: Date): Promise<void> {
  await db.rows(
    `insert into fees (client_id, movement_id, base_minor, percent, amount_minor, currency, recorded_at)
     select client_id, movement_id, base_minor, percent, amount_minor, currency, $2
     from jsonb_to_recordset($1::jsonb) as f(client_id uuid, movement_id uuid, base_minor bigint, percent numeric, amount_minor bigint, currency text)`,
    [
      JSON.stringify(
        movements.map(({ id, fact, feePercent }) => ({
          client_id: fact.clientId,
          movement_id: id,
          base_minor: fact.amountMinor.toString(),
          percent: feePercent,
          amount_minor: percentOf(fact.amountMinor, feePercent).toString(),
          currency: fact.currency,
        })),
      ),
      at,
    ],
  );
}

const eventOf = {
  payment: 'payment.received',
  refund: 'payment.refunded',
  chargeback: 'payment.charged_back',
  chargeback_won: 'payment.chargeback_won',
} as const;

/** The timeline, and for each payment its receipt to send (R124-6 CPCE: a receipt for every payment). */
async function tellMovements(db: ReadDb, movements: readonly NewMovement[], at: Date, ctx: RequestContext): Promise<void> {
  const rows = movements.map(({ id, fact, receiptNumber }) => ({
    client_id: fact.clientId,
    case_id: fact.caseId,
    kind: eventOf[fact.kind],
    movement_id: id,
    receipt: receiptNumber,
    facts: {
      amount: toDecimal(fact.amountMinor),
      currency: fact.currency,
      method: fact.method,
      receiptNumber,
      effectiveOn: fact.effectiveOn,
      ...(fact.promisedNumbers && { invoiceNumbers: fact.promisedNumbers }),
    },
  }));
  await db.rows(
    `with m as (select * from jsonb_to_recordset($1::jsonb) as m(client_id uuid, case_id uuid, kind text, movement_id uuid, receipt text, facts jsonb)),
     effects as (
       insert into outbox (client_id, topic, dedup_key, payload, not_before)
       select client_id, 'receipt.send', 'receipt:' || movement_id, jsonb_build_object('movementId', movement_id), $2 from m where receipt is not null on conflict do nothing)
     insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts)
     select client_id, case_id, kind, $2, $3, $4, $5, facts from m`,
    [JSON.stringify(rows), at, ctx.actor.kind === 'staff' ? 'staff' : 'system', ctx.actor.id, ctx.actor.name],
  );
}
