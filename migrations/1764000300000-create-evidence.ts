import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Pièces justificatives: which archived document proves which invoice, and whether the debtor sees it. */
export class CreateEvidence1764000300000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table evidence (
        client_id uuid not null references clients, id uuid not null, invoice_id uuid not null, case_id uuid,
        kind text not null check (kind in ('invoice', 'delivery_note', 'terms', 'other')),
        debtor_sees boolean not null default true, attached_at timestamptz not null, removed_at timestamptz,
        primary key (client_id, id), -- the id of its document: one document proves one invoice
        foreign key (client_id, id) references documents, foreign key (client_id, invoice_id) references invoices,
        foreign key (client_id, case_id) references cases);
      create index evidence_of_invoice on evidence (client_id, invoice_id);
      create index evidence_of_case on evidence (client_id, case_id);
      select protect_tenant_table('evidence')`);
  }
}
