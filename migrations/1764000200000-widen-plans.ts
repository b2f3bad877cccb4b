import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/**
 * Échéanciers, whole: the envelope of the mandate, what debtors offered and were answered, plans that are proposed, asked for,
 * accepted, renegotiated or lost, the means of payment on file, and each attempt to collect an instalment.
 */
export class WidenPlans1764000200000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table mandates
        add plan_smallest_instalment_minor bigint not null default 1000 check (plan_smallest_instalment_minor > 0),
        add plan_smallest_first_minor bigint not null default 0 check (plan_smallest_first_minor >= 0),
        add plan_first_within_days int not null default 45 check (plan_first_within_days between 0 and 366),
        add plan_frequencies text[] not null default '{monthly,fortnightly,weekly}' check (plan_frequencies <@ '{monthly,fortnightly,weekly}'),
        add plan_skips int not null default 1 check (plan_skips >= 0),
        add plan_moves int not null default 1 check (plan_moves >= 0),
        add plan_longest_move_days int not null default 10 check (plan_longest_move_days between 0 and 60),
        add plan_rounding text not null default 'LAST' check (plan_rounding in ('LAST', 'FIRST', 'SPREAD')),
        add plan_grace_days int not null default 8 check (plan_grace_days between 0 and 60),
        add plan_approver text not null default 'manager' check (plan_approver in ('manager', 'client')),
        add plan_answer_days int not null default 5 check (plan_answer_days between 1 and 60);

      -- What a debtor said he can pay and what he was answered: the creditor is told of each (R124-5 CPCE).
      create table plan_wishes (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null, amount_minor bigint not null check (amount_minor > 0),
        currency text not null, first_due_on date not null, frequency text not null check (frequency in ('monthly', 'fortnightly', 'weekly')),
        owed_minor bigint not null, answer text not null check (answer in ('accept', 'counter', 'person')), made_at timestamptz not null,
        primary key (client_id, id), foreign key (client_id, case_id) references cases);
      create index plan_wishes_of_case on plan_wishes (client_id, case_id, made_at desc);
      select protect_tenant_table('plan_wishes', true);

      -- A card or an account on file at the provider; we keep what a person recognises it by, never its number.
      create table payment_means (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null, provider text not null,
        state text not null check (state in ('asked', 'on_file', 'failed', 'removed')), session_id text, checkout_url text,
        customer_ref text, method_ref text, kind text check (kind in ('card', 'sepa_debit')), brand text, last4 text, expires_on date,
        language text not null, created_at timestamptz not null, expires_at timestamptz not null,
        primary key (client_id, id), foreign key (client_id, case_id) references cases,
        check (state not in ('on_file', 'removed') or (method_ref is not null and customer_ref is not null)));
      create index payment_means_of_case on payment_means (client_id, case_id);
      create index payment_means_asked on payment_means (expires_at) where state = 'asked'; -- read again when no message came
      select protect_tenant_table('payment_means');

      alter table plans drop constraint plans_state_check;
      alter table plans
        add constraint plans_state_check check (state in ('requested', 'refused', 'proposed', 'active', 'late', 'completed', 'broken', 'cancelled', 'replaced')),
        alter agreed_on drop not null,
        add version int not null default 1 check (version >= 1), add replaces uuid,
        add origin text not null default 'staff' check (origin in ('staff', 'debtor')),
        add frequency text not null default 'monthly' check (frequency in ('monthly', 'fortnightly', 'weekly')),
        add rounding text not null default 'LAST' check (rounding in ('LAST', 'FIRST', 'SPREAD')),
        add paid_before_minor bigint not null default 0, -- what the case had been paid when the plan was agreed
        add clauses text[] not null default '{}', add reason text, add approver text check (approver in ('manager', 'client')),
        add answer_by date, add answer text, add answered_at timestamptz, add answered_by text,
        add expires_on date, add on_file boolean not null default false, add means_id uuid,
        add accepted_at timestamptz, add accepted_ip text, add accepted_language text, add accepted_session text, add accepted_text uuid,
        add skips_used int not null default 0, add moves_used int not null default 0, add late_on date, add broken_on date,
        add foreign key (client_id, replaces) references plans,
        add foreign key (client_id, means_id) references payment_means,
        add foreign key (client_id, accepted_text) references documents,
        add check (state in ('requested', 'refused', 'proposed', 'cancelled') or agreed_on is not null);
      update plans p set paid_before_minor = coalesce((select sum(m.amount_minor) from movements m
        where m.client_id = p.client_id and m.case_id = p.case_id and m.effective_on < p.agreed_on), 0);
      drop index plans_one_active;
      create unique index plans_one_active on plans (client_id, case_id) where state in ('active', 'late');
      create unique index plans_one_open on plans (client_id, case_id) where state in ('requested', 'proposed');
      create index plans_of_case on plans (client_id, case_id, created_at desc);
      create index plans_running on plans (client_id, id) where state in ('active', 'late'); -- judged and collected over all clients
      create index plans_requested on plans (answer_by) where state = 'requested';
      alter table instalments add collect_on date; -- the next TARGET day; the due date itself does not move
      create index instalments_due on instalments (due_on, client_id, plan_id);
      -- What the money and the credits since the agreement cover of a plan; never more than it, never less than nothing.
      create view plan_progress with (security_invoker = true) as
        select p.client_id, p.id as plan_id, p.case_id, p.state,
          p.total_minor - greatest(least(p.total_minor - (coalesce(m.paid, 0) - p.paid_before_minor), c.open_minor, p.total_minor), 0) as covered_minor
        from plans p join cases c on c.client_id = p.client_id and c.id = p.case_id
        left join lateral (select sum(m.amount_minor)::bigint as paid from movements m where m.client_id = p.client_id and m.case_id = p.case_id) m on true;
      grant select on plan_progress to amiable_tenant, amiable_agency, amiable_worker, amiable_auditor;

      alter table payments add plan_id uuid, add means_id uuid, add saves_means boolean not null default false,
        add foreign key (client_id, plan_id) references plans, add foreign key (client_id, means_id) references payment_means;
      -- Each attempt to collect an instalment is written before the provider is asked: one row, one payment, one key.
      create table collection_attempts (
        client_id uuid not null references clients, plan_id uuid not null, number int not null, attempt int not null check (attempt between 1 and 9),
        payment_id uuid not null, tried_on date not null, primary key (client_id, plan_id, number, attempt),
        foreign key (client_id, plan_id, number) references instalments, foreign key (client_id, payment_id) references payments);
      select protect_tenant_table('collection_attempts', true);
      create table plan_notices (
        client_id uuid not null references clients, plan_id uuid not null, number int not null, kind text not null check (kind in ('ahead', 'late', 'broken')),
        told_on date not null, primary key (client_id, plan_id, number, kind), foreign key (client_id, plan_id) references plans);
      select protect_tenant_table('plan_notices', true);

      alter table provider_objects alter payment_id drop not null, add means_id uuid,
        add foreign key (client_id, means_id) references payment_means, add check ((payment_id is null) <> (means_id is null))`);
  }
}
