/**
 * The rows of one debtor of a client, the row that is asked about among them: those joined with it, whichever of them the others are joined
 * to. The ids are expressions of the statement around; `asked_row` and `g` are names of this one.
 */
export function joinedIds(clientId: string, debtorId: string): string {
  return `select g.id from debtors asked_row join debtors g on g.client_id = asked_row.client_id
      and (g.id = asked_row.id or g.id = asked_row.joined_to or g.joined_to = coalesce(asked_row.joined_to, asked_row.id))
    where asked_row.client_id = ${clientId} and asked_row.id = ${debtorId}`;
}
