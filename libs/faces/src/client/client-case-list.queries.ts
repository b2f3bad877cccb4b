import { Database, keyAfter, moneyOf, pageOf, rowsToRead, toGlobalId, type PageInput, type RequestContext } from '@amiable/platform';
import { Injectable } from '@nestjs/common';
import type { ClientCaseConnection, ClientCaseFilter, ClientCaseSummary } from './client-case.types';
import type { ClientCaseOrder, ValueOf } from './client-face.enums';
import { lacksSql } from './data-gap.sql';
import { countedUpTo } from './keyset';

interface CaseRow {
  id: string;
  reference: string;
  debtor_name: string;
  debtor_reference: string;
  state: ClientCaseSummary['state'];
  stage: ClientCaseSummary['stage'];
  opened_on: string;
  currency: string;
  claimed: bigint;
  open_minor: bigint;
  recovered: bigint;
  disputed: boolean;
  promised_on: string | null;
  last_event: string | null;
  last_event_at: Date | null;
}

const orders = {
  newest: { key: '(c.opened_on, c.id)', after: '<', by: 'c.opened_on desc, c.id desc', parts: ['day', 'uuid'] },
  oldest: { key: '(c.opened_on, c.id)', after: '>', by: 'c.opened_on, c.id', parts: ['day', 'uuid'] },
  largest: { key: '(c.open_minor, c.id)', after: '<', by: 'c.open_minor desc, c.id desc', parts: ['minor', 'uuid'] },
} as const;

/** The list of cases: keyset pages, and how many there are. */
@Injectable()
export class ClientCaseListQueries {
  constructor(private readonly database: Database) {}

  async cases(
    ctx: RequestContext,
    filter: ClientCaseFilter,
    order: ValueOf<typeof ClientCaseOrder>,
    page: PageInput,
  ): Promise<ClientCaseConnection> {
    const { clientId } = ctx;
    const { key, after, by, parts } = orders[order];
    const start = keyAfter(page, ...parts);
    const wanted = [
      clientId,
      filter.state ?? null,
      filter.stage ?? null,
      filter.disputed ?? null,
      filter.promised ?? null,
      pattern(filter.text),
      filter.lacks ?? null,
    ];
    const limit = rowsToRead(page);
    return this.database.inTenant(clientId, async (db) => {
      const rows = await db.rows<CaseRow>(
        `with shown as (
           select c.* ${wantedCases} and ($9::text is null or ${key} ${after} ($9::${parts[0] === 'day' ? 'date' : 'bigint'}, $10::uuid)) order by ${by} limit $8)
         select c.id, c.reference, d.name as debtor_name, d.reference as debtor_reference, c.state, c.stage, c.opened_on, c.currency,
           coalesce(i.claimed, 0)::bigint as claimed, c.open_minor, coalesce(m.recovered, 0)::bigint as recovered, coalesce(i.disputed, false) as disputed,
           p.due_on as promised_on, e.kind as last_event, e.at as last_event_at
         from shown c
         join debtors d on d.client_id = c.client_id and d.id = c.debtor_id
         left join lateral (select sum(i.amount_minor) as claimed, bool_or(i.disputed_minor > 0) as disputed from invoices i where i.client_id = c.client_id and i.case_id = c.id) i on true
         left join lateral (select sum(m.amount_minor) as recovered from movements m where m.client_id = c.client_id and m.case_id = c.id) m on true
         left join promises p on p.client_id = c.client_id and p.case_id = c.id and p.state = 'open'
         left join lateral (select e.kind, e.at from timeline_events e where e.client_id = c.client_id and e.case_id = c.id and e.client_sees order by e.at desc, e.id desc limit 1) e on true
         order by ${by}`,
        [...wanted, limit, start?.[0] ?? null, start?.[1] ?? null],
      );
      const counted = await db.row<{ n: number }>(`select count(*)::int as n from (select 1 ${wantedCases} limit $8) up_to`, [
        ...wanted,
        countedUpTo + 1,
      ]);
      const found = pageOf(
        rows,
        page,
        (row) => [order === 'largest' ? row.open_minor.toString() : row.opened_on, row.id],
        (row): ClientCaseSummary => ({
          id: toGlobalId('Case', clientId, row.id),
          reference: row.reference,
          debtorName: row.debtor_name,
          debtorReference: row.debtor_reference,
          state: row.state,
          stage: row.stage,
          openedOn: row.opened_on,
          claimed: moneyOf(row.claimed, row.currency),
          open: moneyOf(row.open_minor, row.currency),
          recovered: moneyOf(row.recovered, row.currency),
          disputed: row.disputed && row.state !== 'closed',
          promisedOn: row.state === 'closed' ? null : row.promised_on,
          lastEvent: row.last_event,
          lastEventAt: row.last_event_at,
        }),
      );
      return { ...found, totalCount: counted!.n > countedUpTo ? null : counted!.n };
    });
  }
}

/** What a person typed, as a pattern that finds it anywhere: accents and letter case do not count, nor do wildcards. */
function pattern(text: string | null | undefined): string | null {
  const typed = text?.trim().slice(0, 100);
  return typed
    ? `%${typed
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[\\%_]/g, '\\$&')}%`
    : null;
}

const plain = (column: string) => `translate(lower(${column}), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')`;

// A dispute or a promise on a closed case waits on nobody any more: the first screen does not count it either.
const wantedCases = `
  from cases c join debtors b on b.client_id = c.client_id and b.id = c.debtor_id
  where c.client_id = $1 and ($2::text is null or c.state = $2) and ($3::text is null or c.stage = $3)
    and ($4::boolean is null or $4 = (c.state <> 'closed' and exists (select from invoices i where i.client_id = c.client_id and i.case_id = c.id and i.disputed_minor > 0)))
    and ($5::boolean is null or $5 = (c.state <> 'closed' and exists (select from promises p where p.client_id = c.client_id and p.case_id = c.id and p.state = 'open')))
    and ($6::text is null or ${plain('b.name')} like $6 or lower(c.reference) like $6 or ${plain('b.reference')} like $6
      or exists (select from invoices i where i.client_id = c.client_id and i.case_id = c.id and lower(i.number) like $6))
    and ($7::text is null or c.state <> 'closed' and exists (select from debtors d where d.client_id = c.client_id and d.id = c.debtor_id and ${lacksSql('$7')}))`;
