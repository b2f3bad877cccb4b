import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/**
 * Doublons: two rows of one client that may be one debtor, why, and what was decided; and the joining of two, which moves nothing:
 * the joined row points to the kept one, so that cases, invoices, story and ledger stay where they are and a separation is exact
 * (docs/decisions/joined-debtors-keep-their-rows.md). One person is one over all clients: what identifies him is more than one row says.
 */
export class JoinDebtors1764001310000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table debtors add joined_to uuid, add foreign key (client_id, joined_to) references debtors, add check (joined_to <> id);
      create index debtors_joined on debtors (client_id, joined_to) where joined_to is not null;
      -- A name without its legal form, accents and order of writing: what two files write of one company.
      create function name_key(given text) returns text language plpgsql immutable strict parallel safe as $$
      begin
        return (select coalesce(string_agg(w, ' ' order by w), '') from regexp_split_to_table(public.search_text(given), '[^[:alnum:]]+') w
          where length(w) > 1 and w <> all('{sarl,sas,sasu,eurl,sa,snc,sci,ets,societe,ste,monsieur,madame,mlle,mr,mme,gmbh,bv,srl,ltd,et,de,du,des,la,le,les}'::text[]));
      end $$;
      create index debtors_by_siren on debtors (client_id, siren) where siren is not null;
      create index debtors_by_iban on debtors (client_id, iban) where iban is not null;
      create index debtors_by_name_and_place on debtors (client_id, postcode, left(name_key(name), 4)) where postcode is not null;

      create table debtor_twins (
        client_id uuid not null, debtor_a uuid not null, debtor_b uuid not null, reasons text[] not null,
        verdict text check (verdict in ('joined', 'apart')), found_at timestamptz not null default now(), decided_by uuid, decided_at timestamptz,
        primary key (client_id, debtor_a, debtor_b), check (debtor_a < debtor_b),
        foreign key (client_id, debtor_a) references debtors, foreign key (client_id, debtor_b) references debtors);
      create index debtor_twins_of_b on debtor_twins (client_id, debtor_b);
      create index debtor_twins_waiting on debtor_twins (client_id, found_at) where verdict is null;
      select protect_tenant_table('debtor_twins');

      -- What the two rows were before they were joined, so that they can be that again.
      create table debtor_joints (
        client_id uuid not null, id uuid not null, kept_id uuid not null, joined_id uuid not null, kept_before jsonb not null, joined_before jsonb not null, kept_after jsonb not null,
        joined_by uuid, joined_at timestamptz not null, separated_by uuid, separated_at timestamptz,
        primary key (client_id, id), foreign key (client_id, kept_id) references debtors, foreign key (client_id, joined_id) references debtors);
      create unique index debtor_joints_standing on debtor_joints (client_id, joined_id) where separated_at is null;
      select protect_tenant_table('debtor_joints');

      -- Twins of some debtors, or of all of a client: at most ten probes down an index for each reason and debtor, never everyone with everyone.
      create function find_twins(wanted uuid, chosen uuid[]) returns table (debtor_a uuid, debtor_b uuid, reasons text[])
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if session_user = 'amiable_tenant' and wanted is distinct from nullif(current_setting('app.client', true), '')::uuid then return; end if;
        return query
        select least(p.a, p.b), greatest(p.a, p.b), array_agg(distinct p.reason order by p.reason)
        from debtors d
        cross join lateral (
          (select d.id as a, x.id as b, 'siren' as reason from debtors x where x.client_id = wanted and x.siren = d.siren and x.id <> d.id and x.joined_to is null limit 10)
          union all
          (select d.id, x.id, 'iban' from debtors x where x.client_id = wanted and x.iban = d.iban and x.id <> d.id and x.joined_to is null limit 10)
          union all
          (select d.id, x.id, 'email' from debtors x where x.client_id = wanted and x.email is not null and lower(x.email) = lower(d.email) and x.id <> d.id and x.joined_to is null limit 10)
          union all
          (select d.id, x.id, 'phone' from debtors x where x.client_id = wanted and x.phone is not null and phone_key(x.phone) = phone_key(d.phone) and length(phone_key(d.phone)) = 9 and x.id <> d.id and x.joined_to is null limit 10)
          union all
          (select d.id, x.id, 'name' from debtors x where x.client_id = wanted and x.postcode is not null and x.postcode = d.postcode and left(name_key(x.name), 4) = left(name_key(d.name), 4) and x.kind = d.kind
             and x.id <> d.id and x.joined_to is null and similarity(name_key(x.name), name_key(d.name)) >= 0.6 limit 10)) p
        where d.client_id = wanted and d.joined_to is null and (chosen is null or d.id = any(chosen))
        group by 1, 2;
      end $$;
      revoke execute on function find_twins(uuid, uuid[]) from public;
      grant execute on function find_twins(uuid, uuid[]) to amiable_tenant, amiable_worker;
      grant create on schema public to amiable_search;
      alter function find_twins(uuid, uuid[]) owner to amiable_search;
      revoke create on schema public from amiable_search;`);
    await run.query(`
      -- All that identifies who a debtor is, over its joined rows and its other means: hashes only. Wrong and bounced means are somebody else's.
      create function keys_of_person(of_client uuid, of_debtor uuid) returns setof bytea language sql stable as $$
        with rows_of as (
          select g.client_id, g.id, g.email, g.phone, g.siren, g.iban from debtors d
          join debtors g on g.client_id = d.client_id and (g.id = d.id or g.id = d.joined_to or g.joined_to = coalesce(d.joined_to, d.id))
          where d.client_id = of_client and d.id = of_debtor)
        select k from rows_of r cross join lateral person_keys(r.client_id, r.id, r.email, r.phone, r.siren) k
        union
        select sha256(convert_to('iban ' || r.iban, 'utf8')) from rows_of r where r.iban is not null
        union
        select k from rows_of r
        join contact_means m on m.client_id = r.client_id and m.debtor_id = r.id and m.validity in ('good', 'former')
        cross join lateral person_keys(r.client_id, r.id, case m.kind when 'email' then m.value end, case m.kind when 'phone' then m.value end, null) k
      $$;
      create or replace function mark_calls(calls jsonb) returns void language sql as $$
        insert into contact_marks (person, event_id, kind, on_day)
        select k, c.id, case when c.outcome in ('voicemail', 'no_answer', 'third_party', 'not_me', 'wrong_number') then 'attempt' else 'talk' end, (c.done_at at time zone 'Europe/Paris')::date
        from jsonb_to_recordset(calls) as c(client_id uuid, id uuid, case_id uuid, outcome text, done_at timestamptz)
        join cases k_ on k_.client_id = c.client_id and k_.id = c.case_id
        cross join lateral keys_of_person(k_.client_id, k_.debtor_id) k
        on conflict do nothing
      $$;
      create or replace function mark_messages(sent jsonb) returns void language sql as $$
        insert into contact_marks (person, event_id, kind, on_day)
        select k, m.id, 'written', (m.sent_at at time zone 'Europe/Paris')::date
        from jsonb_to_recordset(sent) as m(client_id uuid, id uuid, case_id uuid, sent_at timestamptz)
        join cases k_ on k_.client_id = m.client_id and k_.id = m.case_id
        cross join lateral keys_of_person(k_.client_id, k_.debtor_id) k
        on conflict do nothing
      $$;`);
  }
}
