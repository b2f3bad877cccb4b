import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/**
 * Fiche débiteur: legal data, the people of a company, what became of telephone numbers, e-mails and addresses, and how complete it all is.
 * The debtor's row holds what is used now; beside it stands only what is more than that: other means, former ones, and what is known of them.
 */
export class KnowDebtors1764001300000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table debtors
        add legal_form text check (length(legal_form) <= 60), add register text check (length(register) <= 100), add iban text check (length(iban) <= 34),
        add born_on date, -- of persons only, asked for when a bailiff or a court needs it
        add prefers_from text check (prefers_from ~ '^[0-2][0-9]:[0-5][0-9]$'), add prefers_until text check (prefers_until ~ '^[0-2][0-9]:[0-5][0-9]$'),
        add address_returned_on date, -- a letter to the address above came back
        add contacts smallint not null default 0;
      -- 0 to 100, the weights of data-quality.rules.ts; a spec compares the two over all they can be.
      alter table debtors add data_quality smallint not null generated always as (
        case kind when 'person' then
          case when email is null then 0 else 35 end + case when phone is null then 0 else 35 end
          + case when address_line is null or postcode is null or city is null or address_returned_on is not null then 0 else 30 end
        else
          case when email is null then 0 else 25 end + case when phone is null then 0 else 20 end
          + case when address_line is null or postcode is null or city is null or address_returned_on is not null then 0 else 20 end
          + case when siren is null then 0 else 15 end + case when vat_number is null then 0 else 5 end + case when contacts = 0 then 0 else 15 end
        end) stored;

      create table debtor_contacts (
        client_id uuid not null, id uuid not null, debtor_id uuid not null, name text not null check (length(name) between 1 and 120),
        role text not null check (role in ('accountant', 'director', 'buyer', 'approver', 'other')), language text,
        email text, phone text, approval_order smallint check (approval_order between 1 and 9), approval_note text check (length(approval_note) <= 500),
        source text not null check (source in ('import', 'typed')), recorded_by uuid, recorded_at timestamptz not null, dismissed_at timestamptz,
        version int not null default 1, primary key (client_id, id), foreign key (client_id, debtor_id) references debtors);
      create index debtor_contacts_of_debtor on debtor_contacts (client_id, debtor_id);
      select protect_tenant_table('debtor_contacts');

      create table contact_means (
        client_id uuid not null, id uuid not null default uuidv7(), debtor_id uuid not null, kind text not null check (kind in ('email', 'phone')), value text not null,
        source text not null check (source in ('import', 'typed', 'call', 'debtor', 'earlier')),
        validity text not null default 'good' check (validity in ('good', 'wrong', 'bounced', 'former')),
        consent text not null default 'unknown' check (consent in ('unknown', 'given', 'refused')), consent_on date,
        recorded_by uuid, recorded_at timestamptz not null default now(), judged_at timestamptz,
        primary key (client_id, id), unique (client_id, debtor_id, kind, value), foreign key (client_id, debtor_id) references debtors);
      select protect_tenant_table('contact_means');

      create table former_addresses (
        client_id uuid not null, id uuid not null default uuidv7(), debtor_id uuid not null, address_line text, postcode text, city text, country text not null,
        returned_on date, replaced_at timestamptz not null default now(), primary key (client_id, id), foreign key (client_id, debtor_id) references debtors);
      create index former_addresses_of_debtor on former_addresses (client_id, debtor_id, replaced_at desc);
      select protect_tenant_table('former_addresses');

      -- Whoever changes a debtor, the former address, number or e-mail is kept; a new address has not come back yet.
      create function fresh_address() returns trigger language plpgsql as $$
      begin
        new.address_returned_on := null;
        return new;
      end $$;
      create trigger debtors_fresh_address before update on debtors for each row
        when (new.address_line is distinct from old.address_line and new.address_returned_on is not distinct from old.address_returned_on and old.address_returned_on is not null)
        execute function fresh_address();
      create function keep_former_data() returns trigger language plpgsql as $$
      begin
        if coalesce(current_setting('app.joining', true), '') = 'on' then return null; end if;
        insert into former_addresses (client_id, debtor_id, address_line, postcode, city, country, returned_on)
        select r.client_id, r.id, r.address_line, r.postcode, r.city, r.country, r.address_returned_on
        from removed r join added a on a.client_id = r.client_id and a.id = r.id
        where (r.address_line is not null or r.postcode is not null or r.city is not null)
          and (r.address_line, r.postcode, r.city, r.country) is distinct from (a.address_line, a.postcode, a.city, a.country);
        insert into contact_means (client_id, debtor_id, kind, value, source, validity)
        select r.client_id, r.id, m.kind, m.before, 'earlier', 'former'
        from removed r join added a on a.client_id = r.client_id and a.id = r.id
        cross join lateral (values ('email', r.email, a.email), ('phone', r.phone, a.phone)) m(kind, before, after)
        where m.before is not null and m.before is distinct from m.after
        order by 1, 2, 3 on conflict do nothing;
        return null;
      end $$;
      create trigger debtors_keep_former after update on debtors referencing new table as added old table as removed
        for each statement execute function keep_former_data();`);
  }
}
