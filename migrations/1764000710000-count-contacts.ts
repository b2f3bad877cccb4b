import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/**
 * How often a person was called and written to, over all clients: marks without a client, under hashes of what identifies
 * the person (e-mail, telephone, SIREN). A budget can be counted from them; who else is owed by the person cannot.
 */
export class CountContacts1764000710000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table contact_marks (
        person bytea not null, event_id uuid not null, kind text not null check (kind in ('attempt', 'talk', 'written')), on_day date not null,
        primary key (person, event_id));
      create index contact_marks_by_day on contact_marks (on_day);
      select open_agency_table('contact_marks');

      create function person_keys(client_id uuid, debtor_id uuid, email text, phone text, siren text) returns setof bytea language sql immutable as $$
        select sha256(convert_to(k, 'utf8')) from unnest(array[
          'debtor ' || client_id || debtor_id, 'email ' || nullif(lower(trim(email)), ''),
          'phone ' || nullif(right(regexp_replace(phone, '\\D', '', 'g'), 9), ''), 'siren ' || nullif(siren, '')]) k where k is not null
      $$;

      alter table actions add inbound boolean not null default false;

      create function mark_calls(calls jsonb) returns void language sql as $$
        insert into contact_marks (person, event_id, kind, on_day)
        select k, c.id, case when c.outcome in ('voicemail', 'no_answer', 'third_party', 'not_me', 'wrong_number') then 'attempt' else 'talk' end, (c.done_at at time zone 'Europe/Paris')::date
        from jsonb_to_recordset(calls) as c(client_id uuid, id uuid, case_id uuid, outcome text, done_at timestamptz)
        join cases k_ on k_.client_id = c.client_id and k_.id = c.case_id
        join debtors d on d.client_id = k_.client_id and d.id = k_.debtor_id
        cross join lateral person_keys(d.client_id, d.id, d.email, d.phone, d.siren) k
        on conflict do nothing
      $$;
      create function mark_new_calls() returns trigger language plpgsql as $$
      declare calls jsonb;
      begin
        select jsonb_agg(jsonb_build_object('client_id', client_id, 'id', id, 'case_id', case_id, 'outcome', outcome, 'done_at', done_at)) into calls
        from added where channel = 'call' and state = 'done' and not inbound and done_at is not null;
        if calls is not null then perform mark_calls(calls); end if;
        return null;
      end $$;
      create function mark_done_calls() returns trigger language plpgsql as $$
      declare calls jsonb;
      begin
        select jsonb_agg(jsonb_build_object('client_id', a.client_id, 'id', a.id, 'case_id', a.case_id, 'outcome', a.outcome, 'done_at', a.done_at)) into calls
        from added a join removed r on r.client_id = a.client_id and r.id = a.id
        where a.channel = 'call' and a.state = 'done' and r.state <> 'done' and not a.inbound and a.done_at is not null;
        if calls is not null then perform mark_calls(calls); end if;
        return null;
      end $$;
      create trigger actions_marked_new after insert on actions referencing new table as added for each statement execute function mark_new_calls();
      create trigger actions_marked_done after update on actions referencing new table as added old table as removed
        for each statement execute function mark_done_calls();

      -- Confirmations, receipts and notices before the due day ask for nothing that is late: they use up nothing.
      create function mark_messages(sent jsonb) returns void language sql as $$
        insert into contact_marks (person, event_id, kind, on_day)
        select k, m.id, 'written', (m.sent_at at time zone 'Europe/Paris')::date
        from jsonb_to_recordset(sent) as m(client_id uuid, id uuid, case_id uuid, sent_at timestamptz)
        join cases k_ on k_.client_id = m.client_id and k_.id = m.case_id
        join debtors d on d.client_id = k_.client_id and d.id = k_.debtor_id
        cross join lateral person_keys(d.client_id, d.id, d.email, d.phone, d.siren) k
        on conflict do nothing
      $$;
      create function asks_for_money(template text) returns boolean language sql immutable as $$
        select template in ('reminder_1', 'reminder_2', 'free_message', 'formal_notice')
      $$;
      create function mark_new_messages() returns trigger language plpgsql as $$
      declare sent jsonb;
      begin
        select jsonb_agg(jsonb_build_object('client_id', client_id, 'id', id, 'case_id', case_id, 'sent_at', sent_at)) into sent
        from added where state = 'sent' and sent_at is not null and asks_for_money(template);
        if sent is not null then perform mark_messages(sent); end if;
        return null;
      end $$;
      create function mark_sent_messages() returns trigger language plpgsql as $$
      declare sent jsonb;
      begin
        select jsonb_agg(jsonb_build_object('client_id', a.client_id, 'id', a.id, 'case_id', a.case_id, 'sent_at', a.sent_at)) into sent
        from added a join removed r on r.client_id = a.client_id and r.id = a.id
        where a.state = 'sent' and r.state <> 'sent' and a.sent_at is not null and asks_for_money(a.template);
        if sent is not null then perform mark_messages(sent); end if;
        return null;
      end $$;
      create trigger messages_marked_new after insert on messages referencing new table as added for each statement execute function mark_new_messages();
      create trigger messages_marked_sent after update on messages referencing new table as added old table as removed
        for each statement execute function mark_sent_messages();`);
  }
}
