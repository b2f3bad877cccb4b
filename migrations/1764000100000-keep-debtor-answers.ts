import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Réponses du débiteur: what a debtor told us, what was done about it, and how he wants to be spoken to. */
export class KeepDebtorAnswers1764000100000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table answers (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null,
        kind text not null check (kind in ('already_paid', 'promise', 'payment_run', 'dispute', 'not_me', 'contact_change', 'hardship', 'call_back', 'message', 'preferences')),
        state text not null check (state in ('open', 'confirmed', 'refused', 'done')),
        facts jsonb not null default '{}', note text, reply text,
        follow_up_on date, -- the day until which we said that somebody answers
        given_at timestamptz not null, settled_at timestamptz, settled_by uuid,
        primary key (client_id, id), foreign key (client_id, case_id) references cases);
      create index answers_of_case on answers (client_id, case_id, given_at desc);
      -- Said twice is said once: only messages may wait in numbers.
      create unique index answers_one_open on answers (client_id, case_id, kind) where state = 'open' and kind not in ('message', 'dispute');
      -- The daily run looks for what keeps a case waiting.
      create index answers_waiting on answers (client_id, case_id) where state = 'open' and kind in ('already_paid', 'not_me');
      select protect_tenant_table('answers');
      create table answer_files (
        client_id uuid not null, answer_id uuid not null, document_id uuid not null,
        primary key (client_id, answer_id, document_id), foreign key (client_id, answer_id) references answers,
        foreign key (client_id, document_id) references documents);
      create index answer_files_of_document on answer_files (client_id, document_id);
      select protect_tenant_table('answer_files', true);

      alter table disputes drop constraint disputes_reason_check,
        add constraint disputes_reason_check check (reason in ('not_received', 'defective', 'wrong_amount', 'price', 'quantity', 'duplicate', 'already_paid', 'not_mine', 'other')),
        add column answer_id uuid, add column right_minor bigint check (right_minor >= 0), -- what the debtor says would be right
        add column owner_id uuid, -- the person at the client who is to answer
        add constraint disputes_answer foreign key (client_id, answer_id) references answers;
      create index disputes_of_answer on disputes (client_id, answer_id) where answer_id is not null;
      alter table promises add column source text not null default 'promise' check (source in ('promise', 'payment_run')),
        add column invoice_ids uuid[];
      alter table debtors add column refuses_email boolean not null default false, add column refuses_calls boolean not null default false,
        add column care_until date, -- care mode: no calls, no letters but confirmations (no reason is kept)
        add column contact_doubtful_at timestamptz; -- somebody there says he is not this debtor

      create or replace function case_score(open_minor bigint, days_late int, why text) returns bigint language sql immutable parallel safe as $$
        select greatest(open_minor, 0) * greatest(60 - greatest(days_late, 0) / 6, 5) / 100
          * case why when 'call_back' then 20 when 'not_me' then 18 when 'hardship' then 18 when 'payment_claimed' then 17 when 'debtor_wrote' then 17
              when 'broken_promise' then 16 when 'dispute_answered' then 14 when 'contact_change' then 13 when 'call_step' then 12 else 10 end / 10
      $$`);
  }
}
