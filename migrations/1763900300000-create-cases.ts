import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Débiteurs, factures, dossiers: what is owed, by whom, and the story of each case. */
export class CreateCases1763900300000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table imports (
        client_id uuid not null references clients, id uuid not null, filename text not null,
        state text not null check (state in ('previewed', 'done', 'refused')), mode text check (mode in ('all_or_nothing', 'good_lines')),
        format jsonb not null, mapping jsonb not null, counts jsonb not null, file_sha256 bytea not null,
        created_by uuid, created_at timestamptz not null default now(), primary key (client_id, id));
      select protect_tenant_table('imports');
      create table import_rejections (
        client_id uuid not null, import_id uuid not null, line int not null, cells text[] not null, reasons jsonb not null,
        primary key (client_id, import_id, line), foreign key (client_id, import_id) references imports);
      select protect_tenant_table('import_rejections', true);

      create table debtors (
        client_id uuid not null references clients, id uuid not null, reference text not null,
        kind text not null check (kind in ('company', 'person')), name text not null,
        siren text, siret text, vat_number text, email text, phone text,
        address_line text, postcode text, city text, country text not null default 'FR',
        language text not null default 'fr', created_at timestamptz not null default now(), version int not null default 1,
        primary key (client_id, id), unique (client_id, reference));
      select protect_tenant_table('debtors');

      create table cases (
        client_id uuid not null, id uuid not null, reference text not null,
        debtor_id uuid not null, mandate_id uuid not null, brand_id uuid not null,
        hat text not null check (hat in ('client_name', 'agency')),
        state text not null check (state in ('open', 'on_hold', 'closed')),
        stage text not null default 'reminder' check (stage in ('before_due', 'reminder', 'call', 'formal_notice')),
        currency text not null, open_minor bigint not null default 0, fee_percent numeric(5,2) not null,
        owner_id uuid, queue text not null default 'amicable',
        hold_reason text, hold_until date, close_reason text check (close_reason in ('paid', 'withdrawn', 'uncollectible')),
        first_letter_reference text, first_letter_on date, -- R124-4 CPCE: recalled in every later step of the agency hat
        opened_on date not null, closed_on date, created_at timestamptz not null default now(), version int not null default 1,
        primary key (client_id, id), unique (client_id, reference),
        check ((state = 'closed') = (closed_on is not null and close_reason is not null)),
        check ((state = 'on_hold') = (hold_reason is not null)),
        foreign key (client_id, debtor_id) references debtors,
        foreign key (client_id, mandate_id) references mandates,
        foreign key (client_id, brand_id) references brands) with (fillfactor = 90);
      -- One open case per debtor, mandate and currency: a second placement joins the first.
      create unique index cases_one_open on cases (client_id, debtor_id, mandate_id, currency) where state <> 'closed';
      create index cases_by_age on cases (client_id, opened_on desc, id desc);
      -- Led by the sort key: a collector's lists go across clients by design.
      create index cases_newest on cases (opened_on desc, id desc);
      create index cases_largest on cases (open_minor desc, id desc);
      select protect_tenant_table('cases');

      create table invoices (
        client_id uuid not null, id uuid not null, number text not null, debtor_id uuid not null, case_id uuid,
        kind text not null check (kind in ('invoice', 'credit_note')), issued_on date not null, due_on date not null,
        amount_minor bigint not null, settled_minor bigint not null default 0, disputed_minor bigint not null default 0,
        currency text not null, description text, extra jsonb, import_id uuid, created_at timestamptz not null default now(),
        primary key (client_id, id), unique (client_id, number),
        check ((kind = 'invoice') = (amount_minor >= 0)), check (disputed_minor >= 0),
        foreign key (client_id, debtor_id) references debtors,
        foreign key (client_id, case_id) references cases) with (fillfactor = 90); -- room to settle a row where it stands
      create index invoices_of_case on invoices (client_id, case_id);
      create index invoices_of_debtor on invoices (client_id, debtor_id);
      select protect_tenant_table('invoices');

      -- What settles an invoice, and when it did: the one source of every balance, also of a past day.
      create table allocations (
        client_id uuid not null, id uuid not null default uuidv7(), invoice_id uuid not null, case_id uuid,
        source_kind text not null check (source_kind in ('movement', 'client_declared', 'credit_note')),
        source_id uuid not null, amount_minor bigint not null check (amount_minor <> 0),
        effective_on date not null, recorded_at timestamptz not null default now(),
        primary key (client_id, id), foreign key (client_id, invoice_id) references invoices, foreign key (client_id, case_id) references cases);
      create index allocations_of_invoice on allocations (client_id, invoice_id) include (amount_minor, effective_on);
      create index allocations_of_source on allocations (client_id, source_id);
      select protect_tenant_table('allocations', true);
      create trigger allocations_stay before update or delete or truncate on allocations
        for each statement execute function refuse_change();

      create function settle_invoices() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update invoices i set settled_minor = i.settled_minor + a.amount
        from (select client_id, invoice_id, sum(amount_minor) as amount from added group by 1, 2) a
        where i.client_id = a.client_id and i.id = a.invoice_id;
        return null;
      end $$;
      create trigger allocations_settle after insert on allocations referencing new table as added
        for each statement execute function settle_invoices();

      create function balance_cases_on_insert() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update cases c set open_minor = c.open_minor + d.delta
        from (select client_id, case_id, sum(amount_minor - settled_minor) as delta from added where case_id is not null group by 1, 2) d
        where c.client_id = d.client_id and c.id = d.case_id and d.delta <> 0;
        return null;
      end $$;
      create trigger invoices_balance_insert after insert on invoices referencing new table as added
        for each statement execute function balance_cases_on_insert();
      create function balance_cases_on_update() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update cases c set open_minor = c.open_minor + d.delta
        from (select client_id, case_id, sum(delta) as delta from (
                select client_id, case_id, amount_minor - settled_minor as delta from added where case_id is not null
                union all
                select client_id, case_id, settled_minor - amount_minor from removed where case_id is not null) both_sides
              group by 1, 2) d
        where c.client_id = d.client_id and c.id = d.case_id and d.delta <> 0;
        return null;
      end $$;
      create trigger invoices_balance_update after update on invoices referencing new table as added old table as removed
        for each statement execute function balance_cases_on_update();

      -- Kept sums are written by these functions alone: nobody's UPDATE or INSERT can name the columns.
      alter function settle_invoices() owner to amiable_ledger;
      alter function balance_cases_on_insert() owner to amiable_ledger;
      alter function balance_cases_on_update() owner to amiable_ledger;
      create policy kept_sums on invoices to amiable_ledger using (true) with check (true);
      create policy kept_sums on cases to amiable_ledger using (true) with check (true);
      grant select, update on invoices, cases to amiable_ledger;
      do $$
      declare kept record;
      begin
        for kept in select * from (values ('invoices', 'settled_minor'), ('cases', 'open_minor')) k(relation, col) loop
          execute format('revoke insert, update on %I from amiable_tenant, amiable_worker', kept.relation);
          execute (select format('grant insert (%1$s), update (%1$s) on %2$I to amiable_tenant, amiable_worker', string_agg(format('%I', column_name), ', '), kept.relation)
            from information_schema.columns where table_schema = 'public' and table_name = kept.relation and column_name <> kept.col);
        end loop;
      end $$;

      create table timeline_events (
        client_id uuid not null references clients, id uuid not null default uuidv7(), case_id uuid not null,
        kind text not null, at timestamptz not null, actor_kind text not null check (actor_kind in ('staff', 'client', 'debtor', 'system')),
        actor_id uuid, actor_name text, facts jsonb not null default '{}', client_sees boolean not null default true,
        primary key (client_id, id));
      create index timeline_of_case on timeline_events (client_id, case_id, at desc, id desc);
      select protect_tenant_table('timeline_events', true);
      create trigger timeline_stays before update or delete or truncate on timeline_events
        for each statement execute function refuse_change();

      -- What a minute on this case is worth: open amount x chance of payment (falls with age, never below 5 %) x occasion.
      create function case_score(open_minor bigint, days_late int, why text) returns bigint language sql immutable parallel safe as $$
        select greatest(open_minor, 0) * greatest(60 - greatest(days_late, 0) / 6, 5) / 100
          * case why when 'call_back' then 20 when 'broken_promise' then 16 when 'dispute_answered' then 14 when 'call_step' then 12 else 10 end / 10
      $$;
      -- The queue is narrow: claims touch this row and never the wide case.
      create table work_items (
        client_id uuid not null, case_id uuid not null, queue text not null, owner_id uuid,
        ready boolean not null, due_on date not null, why text not null, score bigint not null,
        claimed_by uuid, claimed_until timestamptz, snooze_reason text,
        primary key (client_id, case_id), foreign key (client_id, case_id) references cases) with (fillfactor = 80);
      -- Led by the queue, not the client: a collector's queue goes across clients by design.
      create index work_items_next on work_items (queue, score desc, case_id desc) include (client_id, owner_id, claimed_until) where ready;
      create index work_items_waiting on work_items (due_on) where not ready;
      create index work_items_claimed on work_items (claimed_by) where claimed_by is not null;
      select protect_tenant_table('work_items');
      grant update on work_items to amiable_agency`);
  }
}
