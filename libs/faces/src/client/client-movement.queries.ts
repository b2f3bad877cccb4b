import { Database, keyAfter, moneyOf, pageOf, rowsToRead, toGlobalId, type PageInput, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { ClientMovement, ClientMovementConnection } from './client-movement.types';
import { countedUpTo } from './keyset';

interface MovementRow {
  id: string;
  case_id: string;
  reference: string;
  debtor_name: string;
  kind: ClientMovement['kind'];
  method: ClientMovement['method'];
  amount_minor: bigint;
  currency: string;
  effective_on: string;
  fee_minor: bigint | null;
  fee_percent: string | null;
  remittance_id: string | null;
  remittance_number: string | null;
}

/** Money in and out on the cases of one client. */
@Injectable()
export class ClientMovementQueries {
  constructor(private readonly database: Database) {}

  async movements(ctx: RequestContext, page: PageInput): Promise<ClientMovementConnection> {
    const { clientId } = ctx;
    const start = keyAfter(page, 'day', 'uuid');
    const limit = rowsToRead(page);
    return this.database.inTenant(clientId, async (db) => {
      const rows = await db.rows<MovementRow>(
        `${movementsSql} and ($3::date is null or (m.effective_on, m.id) < ($3::date, $4::uuid)) order by m.effective_on desc, m.id desc limit $2`,
        [clientId, limit, start?.[0] ?? null, start?.[1] ?? null],
      );
      const counted = await db.row<{ n: number }>(
        `select count(*)::int as n from (select from movements where client_id = $1 limit $2) up_to`,
        [clientId, countedUpTo + 1],
      );
      const found = pageOf(
        rows,
        page,
        (row) => [row.effective_on, row.id],
        (row) => movementOf(ctx, row),
      );
      return { ...found, totalCount: counted!.n > countedUpTo ? null : counted!.n };
    });
  }

  /** The lines of remittances, oldest first, in the order of the ids asked. */
  async movementsOfRemittances(ctx: RequestContext, remittanceIds: readonly string[]): Promise<ClientMovement[][]> {
    const rows = await this.database.inTenant(ctx.clientId, (db) =>
      db.rows<MovementRow>(`${movementsSql} and r.id = any($2) order by m.effective_on, m.id`, [ctx.clientId, remittanceIds]),
    );
    const found = Map.groupBy(rows, (row) => row.remittance_id);
    return remittanceIds.map((id) => (found.get(id) ?? []).map((row) => movementOf(ctx, row)));
  }
}

const movementsSql = `
  select m.id, m.case_id, c.reference, d.name as debtor_name, m.kind, m.method, m.amount_minor, m.currency, m.effective_on,
    f.amount_minor as fee_minor, f.percent as fee_percent, r.id as remittance_id, r.number as remittance_number
  from movements m
  join cases c on c.client_id = m.client_id and c.id = m.case_id
  join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
  left join fees f on f.client_id = m.client_id and f.movement_id = m.id
  left join remittance_lines l on l.client_id = m.client_id and l.movement_id = m.id
  left join remittances r on r.client_id = l.client_id and r.id = l.remittance_id
  where m.client_id = $1`;

function movementOf(ctx: RequestContext, row: MovementRow): ClientMovement {
  const seesFees = ctx.can('read', 'Fee');
  return {
    id: toGlobalId('Movement', ctx.clientId, row.id),
    caseId: toGlobalId('Case', ctx.clientId, row.case_id),
    reference: row.reference,
    debtorName: row.debtor_name,
    kind: row.kind,
    method: row.method,
    amount: moneyOf(row.amount_minor, row.currency),
    effectiveOn: row.effective_on,
    fee: seesFees && row.fee_minor !== null ? moneyOf(row.fee_minor, row.currency) : null,
    feePercent: seesFees ? row.fee_percent : null,
    remittanceNumber: row.remittance_number,
  };
}
