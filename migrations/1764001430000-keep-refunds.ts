import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Remboursements: money that settled nothing goes back to the payer (C. civ. 1302), asked for, approved by another person above a limit, sent once. */
export class KeepRefunds1764001430000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table refunds (
        client_id uuid not null references clients, id uuid not null, case_id uuid not null, movement_id uuid not null,
        state text not null check (state in ('asked', 'approved', 'done', 'refused', 'failed')),
        amount_minor bigint not null check (amount_minor > 0), currency text not null, reason text not null check (length(reason) between 1 and 500),
        asked_by uuid not null, asked_by_name text not null, asked_at timestamptz not null,
        decided_by uuid, decided_by_name text, decided_at timestamptz, decision text check (length(decision) <= 500),
        provider_ref text, failure text,
        primary key (client_id, id), foreign key (client_id, case_id) references cases, foreign key (client_id, movement_id) references movements,
        check ((state = 'asked') = (decided_at is null)));
      create index refunds_of_case on refunds (client_id, case_id);
      create index refunds_of_movement on refunds (client_id, movement_id);
      select protect_tenant_table('refunds')`);
  }
}
