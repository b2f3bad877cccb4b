import { reckonRemittance } from '@amiable/billing';
import { onColourOf } from '@amiable/clients';
import { keyAfter, moneyOf, pageOf, rowsToRead, toGlobalId, type PageInput, type ReadDb, type Row } from '@amiable/platform';
import type { ClientOfAgency, Movement, MovementConnection, RemittanceOfAgency } from './money.agency.types';

/** Clients of a portfolio with their figures, one statement. */
export async function readClients(db: ReadDb): Promise<ClientOfAgency[]> {
  const rows = await db.rows(
    `select cl.*, m.hat, m.fee_tiers, m.remit_within_days,
       (select json_agg(b order by b.name) from (select id, name, primary_colour from brands where client_id = cl.client_id) b) as brands,
       (select count(*)::int from cases c where c.client_id = cl.client_id and c.state <> 'closed') as open_cases,
       (select coalesce(sum(open_minor), 0)::text from cases c where c.client_id = cl.client_id and c.state <> 'closed') as open_minor,
       (select coalesce(sum(amount_minor), 0)::text from movements mv where mv.client_id = cl.client_id) as collected,
       m.remittance, m.vat_percent, wait.funds, wait.fees, (wait.oldest + interval '1 month')::date::text as remit_by
     from clients cl
     left join lateral (select * from mandates where client_id = cl.client_id order by version desc limit 1) m on true
     left join lateral (
       select coalesce(sum(mv.amount_minor) filter (where mv.method <> 'direct'), 0)::text as funds, coalesce(sum(f.amount_minor), 0)::text as fees,
         min(mv.effective_on) filter (where mv.amount_minor > 0 and mv.method <> 'direct') as oldest
       from movements mv join fees f on f.client_id = mv.client_id and f.movement_id = mv.id
       where mv.client_id = cl.client_id and not exists (select from remittance_lines r where r.client_id = mv.client_id and r.movement_id = mv.id)) wait on true
     order by cl.name`,
  );
  return rows.map((row) => ({
    id: toGlobalId('Client', row.client_id, row.client_id),
    name: row.name,
    legalName: row.legal_name,
    siren: row.siren,
    hat: row.hat ?? 'client_name',
    feeTiers: row.fee_tiers ?? [],
    brands: (row.brands ?? []).map((b: Row) => ({
      id: toGlobalId('Brand', row.client_id, b.id),
      name: b.name,
      colour: b.primary_colour,
      onColour: onColourOf(b.primary_colour),
    })),
    openCases: row.open_cases,
    open: moneyOf(row.open_minor, row.currency),
    collected: moneyOf(row.collected, row.currency),
    toRemit: moneyOf(toRemit(row), row.currency),
    remitBy: row.remit_by,
    sendingStopped: row.sending_stopped_at !== null,
  }));
}

/** What a remittance ordered now would pay out, by the rule the accountant's page and the portal use. */
function toRemit({ funds, fees, remittance, vat_percent }: Row): bigint {
  const waiting = { amountMinor: BigInt(funds), feeMinor: BigInt(fees), direct: false };
  return reckonRemittance([waiting], remittance ?? 'net', vat_percent ?? '0').paidOutMinor;
}

const movementColumns = `m.client_id, m.id, m.case_id, c.reference, d.name as debtor_name, cl.name as client_name, m.kind, m.method, m.amount_minor, m.currency, m.effective_on, m.receipt_number, f.amount_minor as fee_minor, rm.number as remittance_number`;
const movementJoins = `join cases c on c.client_id = m.client_id and c.id = m.case_id join debtors d on d.client_id = c.client_id and d.id = c.debtor_id join clients cl on cl.client_id = m.client_id
  left join fees f on f.client_id = m.client_id and f.movement_id = m.id
  left join remittance_lines rl on rl.client_id = m.client_id and rl.movement_id = m.id left join remittances rm on rm.client_id = rl.client_id and rm.id = rl.remittance_id`;

/** Money in and out, the newest first, by keyset. */
export async function readMovements(db: ReadDb, clientId: string | null, page: PageInput): Promise<MovementConnection> {
  const after = keyAfter(page, 'day', 'uuid');
  const rows = await db.rows(
    `select ${movementColumns} from movements m ${movementJoins}
     where ($1::uuid is null or m.client_id = $1) and ($3::date is null or (m.effective_on, m.id) < ($3::date, $4::uuid)) order by m.effective_on desc, m.id desc limit $2`,
    [clientId, rowsToRead(page), after?.[0] ?? null, after?.[1] ?? null],
  );
  const counted = await db.row<{ n: number }>(
    `select count(*)::int as n from (select from movements m where ($1::uuid is null or m.client_id = $1) limit 10001) x`,
    [clientId],
  );
  return { ...pageOf(rows, page, (row) => [row.effective_on, row.id], movementOf), totalCount: counted!.n > 10_000 ? null : counted!.n };
}

export function movementOf(row: Row): Movement {
  return {
    id: toGlobalId('Movement', row.client_id, row.id),
    caseId: toGlobalId('Case', row.client_id, row.case_id),
    reference: row.reference,
    debtorName: row.debtor_name,
    clientName: row.client_name,
    kind: row.kind,
    method: row.method,
    amount: moneyOf(row.amount_minor, row.currency),
    effectiveOn: row.effective_on,
    receiptNumber: row.receipt_number,
    fee: row.fee_minor === null ? null : moneyOf(row.fee_minor, row.currency),
    remittanceNumber: row.remittance_number,
  };
}

const remittanceSql = `select r.*, cl.name as client_name from remittances r join clients cl on cl.client_id = r.client_id`;

/** Remittances, the newest first. */
export async function readRemittances(db: ReadDb, clientId: string | null): Promise<RemittanceOfAgency[]> {
  return (
    await db.rows(`${remittanceSql} where ($1::uuid is null or r.client_id = $1) order by r.created_at desc, r.id desc limit 200`, [
      clientId,
    ])
  ).map(remittanceOf);
}

export async function readRemittance(db: ReadDb, clientId: string, id: string): Promise<RemittanceOfAgency> {
  return remittanceOf((await db.row(`${remittanceSql} where r.client_id = $1 and r.id = $2`, [clientId, id]))!);
}

function remittanceOf(row: Row): RemittanceOfAgency {
  const document = (id: string | null) => id && toGlobalId('Document', row.client_id, id);
  return {
    id: toGlobalId('Remittance', row.client_id, row.id),
    number: row.number,
    invoiceNumber: row.invoice_number,
    clientName: row.client_name,
    asOf: row.as_of,
    funds: moneyOf(row.funds_minor, row.currency),
    fees: moneyOf(row.fees_minor, row.currency),
    vat: moneyOf(row.vat_minor, row.currency),
    paidOut: moneyOf(row.paid_out_minor, row.currency),
    state: row.state,
    paidOutOn: row.paid_out_on,
    pdfId: document(row.pdf_document_id),
    csvId: document(row.csv_document_id),
  };
}
