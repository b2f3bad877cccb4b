import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Scores of others about a debtor (a credit bureau, an insurer): as they were given, with source and day. Nothing is overwritten. */
export class KeepExternalScores1764000800100 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table external_scores (
        client_id uuid not null, id uuid not null, debtor_id uuid not null,
        source text not null check (length(source) between 1 and 80), value text not null check (length(value) between 1 and 40),
        scale text check (length(scale) <= 80), scored_on date not null, recorded_by uuid, recorded_at timestamptz not null default now(),
        primary key (client_id, id), foreign key (client_id, debtor_id) references debtors);
      create index external_scores_of_debtor on external_scores (client_id, debtor_id, scored_on desc);
      select protect_tenant_table('external_scores', true);
      create trigger external_scores_stay before update or delete or truncate on external_scores
        for each statement execute function refuse_change()`);
  }
}
