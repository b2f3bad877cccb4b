import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Modèles: a client's own words for a kind of message, by brand, language and hat, in versions whose words never change. */
export class KeepTemplates1764003100000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table templates (
        client_id uuid not null references clients, id uuid not null, brand_id uuid,
        template text not null, language text not null, hat text not null check (hat in ('client_name', 'agency')),
        version int not null check (version > 0), state text not null check (state in ('draft', 'active', 'retired')),
        subject text not null check (length(subject) between 1 and 500), preheader text not null check (length(preheader) <= 500),
        title text not null check (length(title) between 1 and 500), body text not null check (length(body) between 1 and 20000),
        restored_from int check (restored_from < version),
        written_by uuid not null, written_by_name text not null, written_at timestamptz not null,
        activated_by_name text, activated_at timestamptz, retired_by_name text, retired_at timestamptz,
        primary key (client_id, id), foreign key (client_id, brand_id) references brands,
        check ((activated_at is null) = (activated_by_name is null)), check ((retired_at is null) = (retired_by_name is null)),
        check (state <> 'active' or activated_at is not null), check ((state = 'retired') = (retired_at is not null)));
      create unique index templates_versions on templates (client_id, brand_id, template, language, hat, version) nulls not distinct;
      create unique index templates_one_active on templates (client_id, brand_id, template, language, hat) nulls not distinct where state = 'active';
      create unique index templates_one_draft on templates (client_id, brand_id, template, language, hat) nulls not distinct where state = 'draft';
      select protect_tenant_table('templates', true);
      -- A version is put into service and taken out of it; its words and who wrote them stay, and it is never removed.
      grant update (state, activated_by_name, activated_at, retired_by_name, retired_at) on templates to amiable_tenant, amiable_worker;

      alter table messages add template_id uuid, add foreign key (client_id, template_id) references templates;
      create index messages_of_template on messages (client_id, template_id) where template_id is not null`);
  }
}
