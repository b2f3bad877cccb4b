import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/** Who signs in: the agency, its staff, client companies and their users, sessions and throttles. */
export class CreateIdentity1763900100000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table agency (
        only_row boolean primary key default true check (only_row),
        name text not null, legal_form text not null, siren text not null, vat_number text not null,
        address_line text not null, postcode text not null, city text not null,
        phone text not null, email text not null, website text not null,
        primary_colour text not null, logo_svg text,
        trust_account_holder text not null, trust_iban text not null, trust_bic text not null,
        own_iban text not null, insurer text not null, insurance_policy text not null,
        insurance_until date not null, prosecutor_declared_on date not null,
        time_zone text not null default 'Europe/Paris');
      create table staff_users (
        id uuid primary key, email text not null unique, name text not null,
        role text not null check (role in ('collector', 'manager', 'accountant', 'admin')),
        language text not null check (language in ('fr', 'en')),
        portfolio uuid[], -- null: every client
        active boolean not null default true, created_at timestamptz not null default now());
      create table clients (
        client_id uuid primary key, name text not null, legal_name text not null, siren text not null, vat_number text,
        address_line text not null, postcode text not null, city text not null, country text not null default 'FR',
        email text not null, phone text not null, settlement_iban text, settlement_holder text,
        currency text not null default 'EUR', created_at timestamptz not null default now(),
        sending_stopped_at timestamptz);
      select protect_tenant_table('clients');
      create table client_users (
        client_id uuid not null references clients, id uuid not null, email text not null, name text not null,
        role text not null check (role in ('owner', 'finance', 'manager', 'reader')),
        language text not null check (language in ('fr', 'en')),
        active boolean not null default true, created_at timestamptz not null default now(),
        primary key (client_id, id));
      select protect_tenant_table('client_users');
      create table credentials (
        email text primary key check (email = lower(email)),
        audience text not null check (audience in ('agency', 'client')),
        user_id uuid not null, client_id uuid references clients,
        password_hash text not null, changed_at timestamptz not null default now(),
        check ((audience = 'client') = (client_id is not null)));
      create table sessions (
        token_hash bytea primary key, audience text not null check (audience in ('agency', 'client', 'debtor')),
        user_id uuid, client_id uuid references clients, case_id uuid, brand_id uuid,
        created_at timestamptz not null, seen_at timestamptz not null, expires_at timestamptz not null,
        user_agent text, check (audience <> 'debtor' or (client_id is not null and case_id is not null)));
      create index on sessions (user_id) where user_id is not null;
      create index on sessions (expires_at);
      create table throttles (
        key text not null, window_start timestamptz not null, hits int not null default 1, primary key (key, window_start));
      create index on throttles (window_start);
      select open_agency_table(t::regclass) from unnest(array['agency','staff_users','credentials','sessions','throttles']) t`);
  }
}
