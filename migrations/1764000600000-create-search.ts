import { ForwardOnly } from '@amiable/platform';
import type { QueryRunner } from 'typeorm';

/**
 * Recherche: one field over names, towns, phones, e-mails, references, invoice numbers and amounts (docs/decisions/search.md).
 *
 * The search keys are indexes on the rows themselves, so that they can never differ from them. The one table kept beside is
 * the vocabulary, which makes a misspelt word found. Behind row-level security these operators would be asked row by row
 * (they are not leakproof): `search_hits` runs as `amiable_search`, which reads all, and keeps to the clients of who asks.
 */
export class CreateSearch1764000600000 extends ForwardOnly {
  async up(run: QueryRunner): Promise<void> {
    // All four are trusted extensions: the owner of the database may add them.
    for (const extension of ['unaccent', 'pg_trgm', 'btree_gin', 'fuzzystrmatch'])
      await run.query(`create extension if not exists ${extension} schema public`);
    await run.query(`
      -- Lower case without accents; what joins words in names parts them here.
      create function search_text(given text) returns text language plpgsql immutable strict parallel safe as $$
      begin
        return lower(public.unaccent('public.unaccent'::regdictionary, replace(replace(replace(given, '-', ' '), '/', ' '), '.', ' ')));
      end $$;
      create function search_words(given text) returns tsvector language plpgsql immutable strict parallel safe as $$
      begin
        return pg_catalog.to_tsvector('pg_catalog.simple'::regconfig,
          lower(public.unaccent('public.unaccent'::regdictionary, replace(replace(replace(given, '-', ' '), '/', ' '), '.', ' '))));
      end $$;
      -- An invoice number without what people leave out when they say or type it.
      create function number_key(given text) returns text language sql immutable strict parallel safe
        return upper(replace(replace(replace(replace(replace(given, '-', ''), '/', ''), ' ', ''), '.', ''), '_', ''));
      -- The last nine digits: the same for +33 6 12, 0033612 and 06 12.
      create function phone_key(given text) returns text language sql immutable strict parallel safe
        return right(regexp_replace(given, '[^0-9]', '', 'g'), 9);
      -- The word and all it becomes when one letter is forgotten: two words one mistake apart share one of these.
      create function misspellings(word text) returns text[] language plpgsql immutable strict parallel safe as $$
      declare
        keys text[] := array[word];
      begin
        for i in 1..length(word) loop keys := keys || (left(word, i - 1) || substr(word, i + 1)); end loop;
        return keys;
      end $$;
      -- The letters in order: two words that differ by a swap have the same.
      create function letters_of(word text) returns text language sql immutable strict parallel safe as $$
        select string_agg(c, '' order by c) from regexp_split_to_table(word, '') c
      $$;
      -- Words made of letters alone, long enough to be misspelt.
      create function words_to_know(name text, town text) returns setof text language sql immutable parallel safe as $$
        select w from string_to_table(public.search_text(name || ' ' || coalesce(town, '')), ' ') w where w ~ '^[a-z]{4,40}$'
      $$;

      create index debtors_by_words on debtors using gin (
        client_id, search_words(name || ' ' || reference || ' ' || coalesce(siren, '')), search_words(coalesce(city, '') || ' ' || coalesce(postcode, '')))
        with (gin_pending_list_limit = 256);
      create index debtors_by_phone on debtors (client_id, phone_key(phone)) where phone is not null;
      create index debtors_by_email on debtors (client_id, lower(email)) where email is not null;
      create index cases_of_debtor on cases (client_id, debtor_id);
      create index invoices_by_number on invoices (client_id, number_key(number));
      create index invoices_by_end_of_number on invoices (client_id, reverse(number_key(number)));
      create index invoices_by_amount on invoices (client_id, amount_minor);

      create table search_vocabulary (client_id uuid not null references clients, word text not null, primary key (client_id, word));
      select protect_tenant_table('search_vocabulary');`);
    await run.query(`
      create function learn_words() returns trigger language plpgsql as $$
      begin
        -- In order, so that two who learn the same words never wait for each other in a ring.
        insert into search_vocabulary (client_id, word)
        select distinct a.client_id, w.word from added a, words_to_know(a.name, a.city) w(word) order by 1, 2
        on conflict do nothing;
        return null;
      end $$;
      create trigger debtors_learn_on_insert after insert on debtors referencing new table as added for each statement execute function learn_words();
      create trigger debtors_learn_on_update after update on debtors referencing new table as added for each statement execute function learn_words();
      insert into search_vocabulary (client_id, word) select distinct d.client_id, w.word from debtors d, words_to_know(d.name, d.city) w(word);
      create index search_vocabulary_misspelt on search_vocabulary using gin (client_id, misspellings(word))`);
    await run.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'amiable_search') then create role amiable_search nologin; end if;
        execute format('grant amiable_search to %I', current_user);
      end $$;
      grant usage on schema public to amiable_search;
      grant select on clients, debtors, cases, invoices, search_vocabulary to amiable_search`);
    for (const table of ['clients', 'debtors', 'cases', 'invoices', 'search_vocabulary'])
      await run.query(`create policy search on ${table} for select to amiable_search using (true)`);
    await run.query(searchHits);
    await run.query(`
      revoke execute on function search_hits(text, bigint, int) from public;
      grant execute on function search_hits(text, bigint, int) to amiable_tenant, amiable_agency;
      grant create on schema public to amiable_search;
      alter function search_hits(text, bigint, int) owner to amiable_search;
      revoke create on schema public from amiable_search`);
  }
}

/** What the exact part of a number, an address or a reference may be followed by. */
const upTo = (key: string): string => `${key} || U&'\\+10FFFF'`;

const searchHits = `
create function search_hits(asked text, asked_minor bigint, at_most int)
returns table (kind text, client_id uuid, id uuid, how text, score real)
language plpgsql stable rows 60 security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
declare
  everywhere boolean := false;
  reach uuid[];
  key text := number_key(regexp_replace(asked, '[^[:alnum:]]', '', 'g'));
  digits text := regexp_replace(asked, '[^0-9]', '', 'g');
  reference_key text := translate(key, 'OIL', '011');
  reference_start text := concat_ws('-', left(reference_key, 4), nullif(substr(reference_key, 5, 4), ''), nullif(substr(reference_key, 9, 4), ''));
  siren text := case when asked ~ '^[0-9 ]+$' and length(digits) in (9, 14) then left(digits, 9) end; -- a SIRET begins with it
  tokens text[];
  last_token text;
  stage record;
  got int := 0;
  exactly int := 0;
begin
  -- Whose rows: what the wall would show to who asks. The role that signed in counts, not only what was set.
  if session_user = 'amiable_agency' then
    everywhere := coalesce(current_setting('app.portfolio_all', true), '') = 'on';
    reach := nullif(current_setting('app.portfolio', true), '')::uuid[];
  elsif session_user = 'amiable_tenant' then
    reach := array_remove(array[nullif(current_setting('app.client', true), '')::uuid], null);
  end if;
  if everywhere then reach := array(select c.client_id from clients c); end if;
  if coalesce(cardinality(reach), 0) = 0 or at_most < 1 then return; end if;

  -- The exact things first: each is a few steps down an index for each client.
  if length(key) >= 4 then
    return query select 'case'::text, c.client_id, c.id, 'reference'::text, (case when c.reference in (reference_start, key) then 1 else 0.9 end)::real
      from unnest(reach) r cross join lateral (
        (select x.client_id, x.id, x.reference from cases x where x.client_id = r and x.reference >= reference_start and x.reference < ${upTo('reference_start')} limit 8)
        union
        (select x.client_id, x.id, x.reference from cases x where x.client_id = r and x.reference >= key and x.reference < ${upTo('key')} limit 8)) c
      limit at_most;
    get diagnostics got = row_count;
    exactly := exactly + got;
  end if;
  if length(key) >= 3 and key ~ '[0-9]' then
    return query select 'invoice'::text, i.client_id, i.id, 'number'::text, (case when i.number = key then 1 when i.number like key || '%' then 0.9 else 0.8 end)::real
      from unnest(reach) r cross join lateral (
        (select x.client_id, x.id, number_key(x.number) as number from invoices x where x.client_id = r and number_key(x.number) >= key and number_key(x.number) < ${upTo('key')} order by number_key(x.number) limit 8)
        union
        (select x.client_id, x.id, number_key(x.number) from invoices x where x.client_id = r and length(key) >= 4
           and reverse(number_key(x.number)) >= reverse(key) and reverse(number_key(x.number)) < ${upTo('reverse(key)')} order by reverse(number_key(x.number)) limit 8)) i
      order by 5 desc, length(i.number), i.number limit at_most;
    get diagnostics got = row_count;
    exactly := exactly + got;
  end if;
  if asked_minor is not null then
    return query select 'invoice'::text, i.client_id, i.id, 'amount'::text, 0.7::real from unnest(reach) r
      cross join lateral (select x.client_id, x.id from invoices x where x.client_id = r and x.amount_minor = asked_minor limit 8) i limit at_most;
    return query select 'case'::text, c.client_id, c.id, 'amount'::text, 0.75::real
      from cases c where c.open_minor = asked_minor and asked_minor > 0 and (everywhere or c.client_id = any(reach)) limit at_most;
  end if;
  if length(digits) >= 6 and asked !~ '[^0-9+ ().\\-]' then
    digits := case when length(digits) > 9 then right(digits, 9) else regexp_replace(digits, '^(0033|33(?=.{7})|0)', '') end;
    return query select 'debtor'::text, d.client_id, d.id, 'phone'::text, (case when length(digits) = 9 then 1 else 0.9 end)::real
      from unnest(reach) r cross join lateral (
        select x.client_id, x.id from debtors x where x.client_id = r and x.phone is not null and phone_key(x.phone) >= digits and phone_key(x.phone) < ${upTo('digits')} limit 8) d
      limit at_most;
    get diagnostics got = row_count;
    exactly := exactly + got;
  end if;
  if length(asked) >= 4 and asked !~ '\\s' and asked ~ '[[:alpha:]]' then
    return query select 'debtor'::text, d.client_id, d.id, 'email'::text, (case when d.email = lower(asked) then 1 when asked ~ '@' then 0.9 else 0.55 end)::real
      from unnest(reach) r cross join lateral (
        select x.client_id, x.id, lower(x.email) as email from debtors x where x.client_id = r and x.email is not null and lower(x.email) >= lower(asked) and lower(x.email) < ${upTo('lower(asked)')} order by lower(x.email) limit 8) d
      limit case when asked ~ '@' then at_most else 8 end;
    if asked ~ '@' then return; end if;
  end if;

  -- Then words: all of them exactly, then the last one begun, then with a mistake; each only when the one before gave little.
  select array_agg(t order by n) into tokens from (
    select t, min(n) as n from regexp_split_to_table(search_text(asked), '[^[:alnum:]]+') with ordinality s(t, n)
    where length(t) >= 2 and t <> all('{sarl,sas,sasu,eurl,sa,snc,sci,ets,societe,ste,monsieur,madame,mlle,mr,mme,et,de,du,des,la,le,les}'::text[])
    group by t order by min(n) limit 5) kept;
  if siren is not null then tokens := array[siren]; end if;
  if tokens is null or (exactly > 0 and array_to_string(tokens, '') !~ '[a-z]') then return; end if;
  got := 0;
  last_token := tokens[cardinality(tokens)];

  for stage in select * from (values
      (1, array(select format('''%s''', t) from unnest(tokens) t), 'name', 0.8),
      (2, array(select format(case when t = last_token and length(t) >= 3 then '''%s'':*' else '''%s''' end, t) from unnest(tokens) t), 'name', 0.65),
      (3, array(select format(case when t = last_token and length(t) >= 3 then '''%s'':*' else '''%s''' end, t) from unnest(tokens) t), 'both', 0.6),
      (4, null::text[], 'both', 0.3)) s(no, words, place, base) order by 1
  loop
    exit when got >= at_most or (stage.no = 4 and got >= 3);
    if stage.no = 4 then -- what each word may have been meant to be
      stage.words := array(
        select coalesce((select string_agg(format('''%s''', v.word), ' | ' order by v.far, v.word) from (
            select k.word, min(case when letters_of(k.word) = letters_of(u.t) then 1 else levenshtein(k.word, u.t) end) as far from (
              select v.word from search_vocabulary v where everywhere and misspellings(v.word) && u.keys
              union all
              select v.word from unnest(reach) r, search_vocabulary v where not everywhere and v.client_id = r and misspellings(v.word) && u.keys) k
            group by k.word having min(case when letters_of(k.word) = letters_of(u.t) then 1 else levenshtein(k.word, u.t) end) <= case when length(u.t) < 8 then 1 else 2 end
            order by 2, 1 limit 12) v) || ' | ', '') || format(case when length(u.t) >= 3 then '''%s'':*' else '''%s''' end, u.t)
        from (select t, n, misspellings(t) as keys from unnest(tokens) with ordinality x(t, n)) u order by u.n);
    end if;
    return query execute
      'select ''debtor''::text, d.client_id, d.id, $5::text, ($6 + 0.15 * word_similarity($4, search_text(d.name)) + 0.05 * similarity($4, search_text(d.name)))::real from '
      || case when everywhere then 'debtors d where ' else 'unnest($2) r cross join lateral (select * from debtors x where x.client_id = r and ' end
      || (select string_agg(case stage.place when 'name' then format('%s @@ ($1[%s])::tsquery', name_words, n) else format('(%s @@ ($1[%s])::tsquery or %s @@ ($1[%s])::tsquery)', name_words, n, town_words, n) end, ' and ')
          from generate_series(1, cardinality(tokens)) n,
            (values ('search_words(name || '' '' || reference || '' '' || coalesce(siren, ''''))', 'search_words(coalesce(city, '''') || '' '' || coalesce(postcode, ''''))')) w(name_words, town_words))
      || case when everywhere then ' limit $3' else ' limit $3) d limit $3' end
      using stage.words, reach, greatest(at_most, 60), array_to_string(tokens, ' '), case stage.no when 4 then 'alike' else stage.place end, stage.base;
    get diagnostics got = row_count;
  end loop;
end $$`;
