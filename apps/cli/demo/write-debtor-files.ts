import { findTwinsOfNewcomers } from '@amiable/cases';
import type { ReadDb } from '@amiable/platform';
import { at, isoDay } from './days';
import { iban } from './identifiers';

/**
 * What lived-in files of debtors look like: people at companies with their approval circuit, numbers that proved wrong, letters that
 * came back, and some debtors who exist twice. By the order of the references, so that the dice of the story are not touched.
 */
export async function writeDebtorFiles(db: ReadDb, today: number): Promise<number> {
  const accounts = Array.from({ length: 40 }, (_, n) => iban('00100', String(70_000_000_000 + n * 1_377)));
  await db.rows(
    `update debtors d set legal_form = substring(d.name from '(SARL|SAS|SASU|EURL|SA|SCI)$'), vat_number = case when n.n % 2 = 0 then 'FR' || lpad(((12 + 3 * (d.siren::int % 97)) % 97)::text, 2, '0') || d.siren end,
       register = case when n.n % 4 = 0 then 'RCS ' || d.city || ' ' || d.siren end, iban = case when n.n % 9 = 1 then ($1::text[])[1 + n.n % 40] end
     from (select client_id, id, (row_number() over (order by client_id, reference))::int as n from debtors where kind = 'company' and siren is not null) n
     where d.client_id = n.client_id and d.id = n.id`,
    [accounts],
  );
  await db.rows(
    `insert into debtor_contacts (client_id, id, debtor_id, name, role, email, phone, approval_order, approval_note, source, recorded_at)
     select d.client_id, uuidv7(), d.id, ($2::text[])[1 + (d.n * 7 + p.k * 3) % 12], p.role, case when d.email is not null and p.k < 2 then p.mailbox || '@' || split_part(d.email, '@', 2) end,
       case when d.n % 3 = 0 or p.k = 2 then '+33 4 99 ' || lpad((d.n * 7 % 90 + 10)::text, 2, '0') || ' ' || lpad((p.k * 31 + d.n % 60 + 10)::text, 2, '0') || ' 0' || p.k end,
       p.approval, case when p.approval = 2 then 'Valide au-delà de 5 000 €, le jeudi' end, 'import', $1::timestamptz
     from (select *, (row_number() over (order by client_id, reference))::int as n from debtors where kind = 'company') d
     join (values (1, 'accountant', 'compta', 1), (2, 'director', 'direction', 2), (3, 'buyer', 'achats', null)) p(k, role, mailbox, approval)
       on d.n % 5 in (0, 1, 2) and (p.k = 1 or (p.k = 2 and d.n % 3 = 0) or (p.k = 3 and d.n % 7 = 0))`,
    [at(today - 90, '09:00'), people],
  );
  await db.rows(
    `update debtors d set contacts = n.n from (select client_id, debtor_id, count(*)::int as n from debtor_contacts group by 1, 2) n where d.client_id = n.client_id and d.id = n.debtor_id`,
  );
  // Numbers that reached somebody else, e-mails that bounced, letters that came back, people who said when to call.
  await db.rows(
    `insert into contact_means (client_id, debtor_id, kind, value, source, validity, consent, consent_on, recorded_at, judged_at)
     select d.client_id, d.id, m.kind, m.value, m.source, m.validity, m.consent, case when m.consent <> 'unknown' then $2::date end, $1::timestamptz, $1::timestamptz
     from (select *, (row_number() over (order by client_id, reference))::int as n from debtors) d
     cross join lateral (values
       (0, 'phone', '+33 1 99 00 ' || (d.n % 80 + 10) || ' ' || (d.n % 70 + 20), 'call', 'wrong', 'unknown'),
       (4, 'email', 'ancienne.adresse.' || d.n || '@courriel.example', 'import', 'bounced', 'unknown'),
       (7, 'phone', d.phone, 'debtor', 'good', 'given')) m(turn, kind, value, source, validity, consent)
     where d.n % 11 = m.turn and m.value is not null on conflict do nothing`,
    [at(today - 40, '10:30'), isoDay(today - 40)],
  );
  await db.rows(
    `update debtors d set address_returned_on = case when n.n % 23 = 3 then $1::date end, prefers_from = case when n.n % 8 = 5 then '17:00' end, prefers_until = case when n.n % 8 = 5 then '18:30' end
     from (select client_id, id, (row_number() over (order by client_id, reference))::int as n from debtors) n where d.client_id = n.client_id and d.id = n.id and (n.n % 23 = 3 or n.n % 8 = 5)`,
    [isoDay(today - 12)],
  );
  // Twins: two companies of a client with open cases that are one, known by number, mailbox or account under two references.
  await db.rows(
    `with open_ones as (
       select d.client_id, d.id, d.siren, d.email, d.phone, (row_number() over (partition by d.client_id order by d.reference))::int as n
       from debtors d where d.kind = 'company' and d.siren is not null and d.email is not null and d.phone is not null
         and exists (select from cases c where c.client_id = d.client_id and c.debtor_id = d.id and c.state <> 'closed')),
     pairs as (select a.client_id, b.id, a.n / 2 as pair, a.siren, a.email, a.phone from open_ones a join open_ones b on b.client_id = a.client_id and b.n = a.n + 1 where a.n % 2 = 1 and a.n <= 9)
     update debtors d set siren = case when p.pair in (0, 1, 4) then p.siren else d.siren end, vat_number = case when p.pair in (0, 1, 4) then null else d.vat_number end, register = case when p.pair in (0, 1, 4) then null else d.register end,
       phone = case when p.pair in (0, 2) then p.phone else d.phone end, email = case when p.pair = 3 then p.email else d.email end
     from pairs p where d.client_id = p.client_id and d.id = p.id`,
  );
  return findTwinsOfNewcomers(db, null);
}

const people = [
  'Claire Petit',
  'Marc Diallo',
  'Sophie Renard',
  'Julien Faure',
  'Nadia Benali',
  'Thomas Girard',
  'Isabelle Roche',
  'Olivier Masson',
  'Fatima Lopes',
  'Paul Chevalier',
  'Hélène Marchand',
  'Rachid Amrani',
];
