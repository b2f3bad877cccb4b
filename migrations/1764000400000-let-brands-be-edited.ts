import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Marques: second colour, cleaned logos ready to print, more fonts, and every version with who made it. */
export class LetBrandsBeEdited1764000400000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table brands add secondary_colour text, add logo text, add logo_dark text, add logo_mail text,
        add logo_id uuid, add logo_dark_id uuid, add version int not null default 1;
      -- The owner of the tables stands behind the wall too: it is lifted for this one statement.
      alter table brands no force row level security;
      update brands set logo = 'data:image/svg+xml;base64,' || replace(encode(convert_to(logo_svg, 'UTF8'), 'base64'), chr(10), '')
        where logo_svg is not null;
      alter table brands force row level security;
      alter table brands drop column logo_svg, drop constraint brands_font_check, add constraint brands_font_check
        check (font in ('system', 'serif', 'humanist', 'inter', 'source_serif', 'atkinson'));

      create table brand_logos (
        client_id uuid not null, id uuid not null, brand_id uuid not null,
        data_uri text not null, mail_data_uri text, -- mail programs draw no SVG
        width int not null check (width > 0), height int not null check (height > 0),
        created_at timestamptz not null, created_by uuid,
        primary key (client_id, id), foreign key (client_id, brand_id) references brands);
      create index brand_logos_of_brand on brand_logos (client_id, brand_id);
      select protect_tenant_table('brand_logos', true);
      alter table brands add foreign key (client_id, logo_id) references brand_logos,
        add foreign key (client_id, logo_dark_id) references brand_logos;

      create table brand_versions (
        client_id uuid not null, brand_id uuid not null, version int not null,
        at timestamptz not null, actor_kind text not null, actor_id uuid, actor_name text not null,
        changed text[] not null, fields jsonb not null,
        primary key (client_id, brand_id, version), foreign key (client_id, brand_id) references brands);
      select protect_tenant_table('brand_versions', true)`);
  }
}
