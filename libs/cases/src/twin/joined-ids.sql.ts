/**
 * The rows of one debtor of a client, the row that is asked about among them: those joined with it, whichever of them the others are joined
 * to. The ids are expressions of the statement around; `asked_row`, `asked_root`, `joined_row` and `g` are names of this one. Each step is answered
 * by an index, however many debtors the client has (behind the wall none answers a coalesce: it is not known to keep secrets).
 */
export function joinedIds(clientId: string, debtorId: string): string {
  return `select g.id from debtors asked_row cross join lateral (select case when asked_row.joined_to is null then asked_row.id else asked_row.joined_to end as id) asked_root
      cross join lateral (select asked_root.id union all
        select joined_row.id from debtors joined_row where joined_row.client_id = asked_row.client_id and joined_row.joined_to = asked_root.id) g
    where asked_row.client_id = ${clientId} and asked_row.id = ${debtorId}`;
}
