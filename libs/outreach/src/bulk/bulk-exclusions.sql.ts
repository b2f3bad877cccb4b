import { messageTemplates } from '../message/message-templates';
import type { BulkActKind } from './bulk.types';

/**
 * Why a case `c` is left out of an act, as a code; null when it is not. `input` is a jsonb of BulkInput, `now` a timestamptz.
 * The same rules as the single acts apply again when the act is done: this says it before.
 */
export function exclusionOf(act: BulkActKind, input: string, now: string): string {
  const closed = `when c.state = 'closed' then 'CASE_CLOSED'`;
  switch (act) {
    case 'assign':
      return `case ${closed} when c.owner_id is not distinct from (${input}->>'ownerId')::uuid then 'ALREADY_SO'
        when ${input}->>'ownerId' is not null and not exists (select from staff_users s where s.id = (${input}->>'ownerId')::uuid and s.active and s.role <> 'accountant'
          and (s.portfolio is null or c.client_id = any(s.portfolio))) then 'OUT_OF_REACH' end`;
    case 'hold':
      return `case ${closed} when c.state = 'on_hold' then 'CASE_ON_HOLD' end`;
    case 'tag':
      return `case when ${tagged(input)} then 'ALREADY_SO' end`;
    case 'untag':
      return `case when not ${tagged(input)} then 'ALREADY_SO' end`;
    case 'message':
      return `case ${closed} when c.state = 'on_hold' then 'CASE_ON_HOLD'
        when exists (select from disputes x where x.client_id = c.client_id and x.case_id = c.id and x.state = 'open') then 'DISPUTE_ALREADY_OPEN'
        when not (select m.channels from mandates m where m.client_id = c.client_id and m.id = c.mandate_id) @> array[${channel(input)}] then 'CHANNEL_NOT_IN_MANDATE'
        when exists (select from debtors d where d.client_id = c.client_id and d.id = c.debtor_id and case ${channel(input)} when 'email' then d.email else d.address_line end is null)
          then case ${channel(input)} when 'email' then 'NO_EMAIL' else 'NO_ADDRESS' end
        when exists (select from payments p where p.client_id = c.client_id and p.case_id = c.id and p.state in ('started', 'processing') and (p.state = 'processing' or p.expires_at > ${now})) then 'PAYMENT_IN_FLIGHT'
        when ${channel(input)} = 'email' and c.hat = 'agency' and c.first_letter_reference is null then 'TEMPLATE_NEEDS_FIRST_LETTER' end`;
  }
}

const tagged = (input: string): string =>
  `exists (select from case_tags t where t.client_id = c.client_id and t.case_id = c.id and t.tag = ${input}->>'tag')`;

const channel = (input: string): string =>
  `(case ${input}->>'template' ${messageTemplates.map(({ key, channel: by }) => `when '${key}' then '${by}'`).join(' ')} end)`;
