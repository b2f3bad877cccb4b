import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Encours autorisés: how much a client, or its insurer, lets a debtor owe, from a day and until another. Nothing is overwritten; the last one holds. */
export class KeepCreditLimits1764002610000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table credit_limits (
        client_id uuid not null, id uuid not null, debtor_id uuid not null,
        amount_minor bigint not null check (amount_minor >= 0), currency text not null,
        source text not null check (length(source) between 1 and 80), valid_from date not null, valid_until date check (valid_until >= valid_from),
        recorded_by uuid, recorded_at timestamptz not null,
        primary key (client_id, id), foreign key (client_id, debtor_id) references debtors);
      create index credit_limits_of_debtor on credit_limits (client_id, debtor_id, recorded_at desc, id desc);
      select protect_tenant_table('credit_limits', true);
      create trigger credit_limits_stay before update or delete or truncate on credit_limits
        for each statement execute function refuse_change()`);
  }
}
