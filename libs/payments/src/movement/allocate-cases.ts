import type { ReadDb } from '@amiable/platform';
import { allocateMovements } from './allocation.rules';

export interface CaseKey {
  readonly clientId: string;
  readonly caseId: string;
}

interface CaseMoney {
  client_id: string;
  case_id: string;
  invoices: Array<{ id: string; due_on: string; owed: string }>;
  movements: Array<{
    id: string;
    source_key: string;
    effective_on: string;
    amount: string;
    reverses: string | null;
    invoice_ids: string[] | null;
  }>;
  given: Array<{ source_id: string; invoice_id: string; amount: string }>;
}

/** Brings the allocations of cases to what the rule says of all their money, by adding only the differences. */
export async function reallocateCases(db: ReadDb, keys: readonly CaseKey[]): Promise<void> {
  const cases = await db.rows<CaseMoney>(
    `select c.client_id, c.id as case_id,
       coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'due_on', i.due_on, 'owed',
           (i.amount_minor - coalesce((select sum(a.amount_minor) from allocations a where a.client_id = i.client_id and a.invoice_id = i.id and a.source_kind <> 'movement'), 0))::text))
         from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.kind = 'invoice'), '[]') as invoices,
       coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'source_key', m.source_key, 'effective_on', m.effective_on, 'amount', m.amount_minor::text, 'reverses', m.reverses, 'invoice_ids', m.invoice_ids))
         from movements m where m.client_id = c.client_id and m.case_id = c.id), '[]') as movements,
       coalesce((select jsonb_agg(g) from (select a.source_id, a.invoice_id, sum(a.amount_minor)::text as amount
         from invoices i join allocations a on a.client_id = i.client_id and a.invoice_id = i.id and a.source_kind = 'movement'
         where i.client_id = c.client_id and i.case_id = c.id group by 1, 2) g), '[]') as given
     from jsonb_to_recordset($1::jsonb) as k(client_id uuid, case_id uuid) join cases c on c.client_id = k.client_id and c.id = k.case_id`,
    [JSON.stringify(keys.map((key) => ({ client_id: key.clientId, case_id: key.caseId })))],
  );
  const changes = cases.flatMap(differences);
  if (changes.length === 0) return;
  await db.rows(
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on)
     select client_id, invoice_id, case_id, 'movement', source_id, amount_minor, effective_on
     from jsonb_to_recordset($1::jsonb) as a(client_id uuid, invoice_id uuid, case_id uuid, source_id uuid, amount_minor bigint, effective_on date)`,
    [JSON.stringify(changes)],
  );
}

function differences(money: CaseMoney): object[] {
  const shares = allocateMovements(
    money.invoices.map((i) => ({ id: i.id, dueOn: i.due_on, owedMinor: BigInt(i.owed) })),
    money.movements.map((m) => ({
      id: m.id,
      sourceKey: m.source_key,
      effectiveOn: m.effective_on,
      amountMinor: BigInt(m.amount),
      reverses: m.reverses,
      invoiceIds: m.invoice_ids,
    })),
  );
  const wanted = new Map<string, bigint>();
  for (const share of shares)
    wanted.set(`${share.movementId} ${share.invoiceId}`, (wanted.get(`${share.movementId} ${share.invoiceId}`) ?? 0n) + share.amountMinor);
  for (const given of money.given)
    wanted.set(
      `${given.source_id} ${given.invoice_id}`,
      (wanted.get(`${given.source_id} ${given.invoice_id}`) ?? 0n) - BigInt(given.amount),
    );
  const effectiveOn = new Map(money.movements.map((m) => [m.id, m.effective_on]));
  return [...wanted]
    .filter(([, minor]) => minor !== 0n)
    .map(([key, minor]) => {
      const [movementId, invoiceId] = key.split(' ') as [string, string];
      return {
        client_id: money.client_id,
        invoice_id: invoiceId,
        case_id: money.case_id,
        source_id: movementId,
        amount_minor: minor.toString(),
        effective_on: effectiveOn.get(movementId),
      };
    });
}
