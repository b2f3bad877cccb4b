import { publish } from '@amiable/platform';
import { exposureChanged } from '../debtor/exposure.events';
import type { ImportWriting } from './import-writing';

/**
 * Encours autorisés that a file names, in the name of the client. The last line of a debtor that says one counts. A file tells what changed since
 * the last file: what it merely repeats does not undo what somebody recorded since.
 */
export async function writeLimits({ db, clientId, importId, ctx, today, now }: ImportWriting): Promise<void> {
  const written = await db.rows<{ debtor_id: string }>(
    `with stated as (
       select distinct on (p.debtor_id) p.debtor_id, s.credit_limit, s.currency from staged s join parties p using (debtor_ref)
       where s.credit_limit is not null order by p.debtor_id, s.line desc),
     news as (
       select s.* from stated s
       left join lateral (select l.amount_minor, l.currency from credit_limits l where l.client_id = $1 and l.debtor_id = s.debtor_id and l.import_id is not null
         order by l.recorded_at desc, l.id desc limit 1) told on true
       left join lateral (select l.amount_minor, l.currency, l.valid_until from credit_limits l where l.client_id = $1 and l.debtor_id = s.debtor_id
         order by l.recorded_at desc, l.id desc limit 1) holds on true
       where (s.credit_limit, s.currency) is distinct from (told.amount_minor, told.currency)
         and ((s.credit_limit, s.currency) is distinct from (holds.amount_minor, holds.currency) or holds.valid_until < $2::date)),
     written as (
       insert into credit_limits (client_id, id, debtor_id, amount_minor, currency, source, valid_from, import_id, recorded_by, recorded_at)
       select $1, uuidv7(), n.debtor_id, n.credit_limit, n.currency, left(c.name, 80), $2, $3, $4, $5 from news n join clients c on c.client_id = $1
       returning debtor_id, amount_minor, currency, source),
     -- Each on the newest open case of its debtor; a debtor without one has no story to tell it in.
     told as (
       insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts)
       select $1, c.id, 'limit.recorded', $5, $6, $4, $7,
         jsonb_build_object('amount', round(w.amount_minor / 100.0, 2)::text, 'currency', w.currency, 'source', w.source, 'importId', $3::text)
       from written w cross join lateral (
         select c.id from cases c where c.client_id = $1 and c.debtor_id = w.debtor_id and c.state <> 'closed' order by c.opened_on desc, c.id limit 1) c)
     select debtor_id from written limit 1`,
    [clientId, today, importId, ctx.actor.id, now, ctx.actor.kind === 'staff' ? 'staff' : 'system', ctx.actor.name],
  );
  if (written.length > 0) await publish(db, exposureChanged(`import-limits:${importId}`));
}
