import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/**
 * The trust ledger: double entry, one sub-ledger per client, append-only.
 * Debit is positive, credit negative. The database itself refuses what does not add up.
 */
export class CreateLedger1763900700000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table ledger_entries (
        client_id uuid not null references clients, id uuid not null, book text not null check (book in ('trust', 'own')),
        kind text not null, source_kind text not null, source_id text not null, currency text not null,
        effective_on date not null, recorded_at timestamptz not null default now(), reverses uuid,
        primary key (client_id, id), unique (client_id, book, source_kind, source_id),
        foreign key (client_id, reverses) references ledger_entries);
      create index ledger_entries_by_day on ledger_entries (client_id, effective_on);
      select protect_tenant_table('ledger_entries', true);
      create table ledger_lines (
        client_id uuid not null, entry_id uuid not null, line_no smallint not null,
        account text not null check (account in (
          'BANK_TRUST', 'PSP_CLEARING', 'IN_TRANSIT', 'CLIENT_PAYABLE', 'SUSPENSE_RECEIPTS', 'REFUND_DUE', 'CHARGEBACK_RECOVERABLE', 'DUE_TO_OWN',
          'BANK_OWN', 'PSP_FEES', 'FEE_INCOME', 'VAT_DUE', 'CLIENT_FEES_RECEIVABLE', 'DISPUTE_LOSSES', 'OWN_DUE_FROM_TRUST')),
        case_id uuid, amount_minor bigint not null check (amount_minor <> 0),
        primary key (client_id, entry_id, line_no), foreign key (client_id, entry_id) references ledger_entries,
        foreign key (client_id, case_id) references cases);
      create index ledger_lines_of_case on ledger_lines (client_id, case_id) where case_id is not null;
      select protect_tenant_table('ledger_lines', true);
      create table ledger_balances (
        client_id uuid not null references clients, book text not null, account text not null, currency text not null,
        balance_minor bigint not null,
        primary key (client_id, book, account, currency));
      -- A client is never paid money that is not there; what it owes back stands in CHARGEBACK_RECOVERABLE.
      -- A trigger, not a CHECK: a CHECK would also judge the row an upsert proposes before it meets the old balance.
      create function refuse_overdrawn_payable() returns trigger language plpgsql as $$
      begin
        raise exception 'LEDGER_OVERDRAWN: CLIENT_PAYABLE of client % would owe % the other way', new.client_id, new.balance_minor
          using errcode = 'check_violation', constraint = 'client_payable_never_negative';
      end $$;
      create trigger ledger_balances_payable after insert or update on ledger_balances for each row
        when (new.account = 'CLIENT_PAYABLE' and new.balance_minor > 0) execute function refuse_overdrawn_payable();
      select protect_tenant_table('ledger_balances', true);
      revoke insert on ledger_balances from amiable_tenant, amiable_worker;
      create policy ledger on ledger_balances to amiable_ledger using (true) with check (true);
      create policy ledger on ledger_entries for select to amiable_ledger using (true);
      create policy ledger on ledger_lines for select to amiable_ledger using (true);
      grant select, insert, update on ledger_balances to amiable_ledger;
      grant select on ledger_entries, ledger_lines to amiable_ledger;

      create function post_ledger_lines() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare wrong text;
      begin
        -- Lines of an entry come in one statement; nothing is added to an entry later.
        select format('entry %s has %s line(s) and a sum of %s', e.entry_id, e.n, e.total) into wrong
        from (select client_id, entry_id, count(*) as n, sum(amount_minor) as total from added group by 1, 2) e
        where e.n < 2 or e.total <> 0
           or e.n <> (select count(*) from ledger_lines l where l.client_id = e.client_id and l.entry_id = e.entry_id)
        limit 1;
        if wrong is not null then
          raise exception 'LEDGER_UNBALANCED: %', wrong using errcode = 'check_violation';
        end if;
        select format('account %s does not belong to book %s', a.account, e.book) into wrong
        from added a join ledger_entries e on e.client_id = a.client_id and e.id = a.entry_id
        where (e.book = 'own') <> (a.account in ('BANK_OWN', 'PSP_FEES', 'FEE_INCOME', 'VAT_DUE', 'CLIENT_FEES_RECEIVABLE', 'DISPUTE_LOSSES', 'OWN_DUE_FROM_TRUST'))
        limit 1;
        if wrong is not null then
          raise exception 'LEDGER_WRONG_BOOK: %', wrong using errcode = 'check_violation';
        end if;
        -- Sorted, so that two postings lock balances in the same order.
        insert into ledger_balances as b (client_id, book, account, currency, balance_minor)
        select a.client_id, e.book, a.account, e.currency, sum(a.amount_minor)
        from added a join ledger_entries e on e.client_id = a.client_id and e.id = a.entry_id
        group by 1, 2, 3, 4 order by 1, 2, 3, 4
        on conflict (client_id, book, account, currency) do update set balance_minor = b.balance_minor + excluded.balance_minor;
        return null;
      end $$;
      alter function post_ledger_lines() owner to amiable_ledger;
      create trigger ledger_lines_post after insert on ledger_lines referencing new table as added
        for each statement execute function post_ledger_lines();

      create function require_ledger_lines() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not exists (select from ledger_lines l where l.client_id = new.client_id and l.entry_id = new.id) then
          raise exception 'LEDGER_UNBALANCED: entry % has no lines', new.id using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      alter function require_ledger_lines() owner to amiable_ledger;
      create constraint trigger ledger_entries_need_lines after insert on ledger_entries
        deferrable initially deferred for each row execute function require_ledger_lines();
      create trigger ledger_entries_stay before update or delete or truncate on ledger_entries
        for each statement execute function refuse_change();
      create trigger ledger_lines_stay before update or delete or truncate on ledger_lines
        for each statement execute function refuse_change()`);
  }
}
