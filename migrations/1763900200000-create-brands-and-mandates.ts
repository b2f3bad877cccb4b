import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Marques et mandats: under whose name we speak, and what the contract allows. */
export class CreateBrandsAndMandates1763900200000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table brands (
        client_id uuid not null references clients, id uuid not null, name text not null, slug text not null,
        host text, primary_colour text not null, radius int not null default 8 check (radius between 0 and 16),
        font text not null default 'system' check (font in ('system', 'serif', 'humanist')),
        logo_svg text, sender_name text not null, sender_email text not null, reply_to text not null,
        phone text not null, website text not null, address_line text not null, postcode text not null, city text not null,
        language text not null check (language in ('fr', 'en')),
        bank_holder text, bank_iban text, bank_bic text, -- the client's own account, shown when the client is paid directly
        created_at timestamptz not null default now(),
        primary key (client_id, id));
      select protect_tenant_table('brands');
      -- Found before the tenant is known: the address of a page says whose page it is.
      create table brand_addresses (
        address text primary key, client_id uuid not null, brand_id uuid not null,
        foreign key (client_id, brand_id) references brands);
      select open_agency_table('brand_addresses');
      create table mandates (
        client_id uuid not null references clients, id uuid not null, reference text not null, version int not null,
        hat text not null check (hat in ('client_name', 'agency')), brand_id uuid not null,
        signed_on date not null, ends_on date, settlement text not null check (settlement in ('trust', 'direct')),
        remittance text not null check (remittance in ('net', 'gross')),
        fee_tiers jsonb not null, -- [{"upToMonths": 6, "percent": "10"}, {"upToMonths": null, "percent": "20"}]
        vat_percent numeric(5,2) not null, part_payment boolean not null default true,
        smallest_payment_minor bigint not null default 100 check (smallest_payment_minor > 0),
        longest_plan_months int not null default 6, channels text[] not null,
        remit_within_days int not null default 30, created_at timestamptz not null default now(),
        primary key (client_id, id), unique (client_id, reference, version),
        foreign key (client_id, brand_id) references brands);
      select protect_tenant_table('mandates')`);
  }
}
