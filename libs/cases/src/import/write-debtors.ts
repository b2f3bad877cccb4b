import type { ImportWriting } from './import-writing';

/** Inserts the debtors that are new, and brings what is known of the others up to date; a blank cell takes nothing away. */
export async function writeDebtors({ db, clientId, now }: ImportWriting): Promise<void> {
  await db.rows(
    `insert into debtors (client_id, id, reference, kind, name, siren, siret, vat_number, legal_form, register, iban, email, phone, address_line, postcode, city, country, language, created_at)
     select $1, p.debtor_id, p.debtor_ref, coalesce(s.debtor_kind, 'company'), coalesce(s.name, p.debtor_ref), s.siren, s.siret, s.vat_number, s.legal_form, s.register, s.iban, s.email, s.phone,
       s.address_line, s.postcode, s.city, coalesce(s.country, 'FR'), coalesce(s.language, (select b.language from brands b where b.client_id = $1 order by b.created_at, b.id limit 1), 'fr'), $2
     from parties p join staged s on s.contact = p.contact where p.is_new`,
    [clientId, now],
  );
  // An address is one thing: a new street never keeps the old postcode. What reached somebody else does not come back by a file.
  await db.rows(
    `update debtors d set kind = n.kind, name = n.name, siren = n.siren, siret = n.siret, vat_number = n.vat_number, legal_form = n.legal_form, register = n.register, iban = n.iban,
       email = n.email, phone = n.phone, address_line = n.address_line, postcode = n.postcode, city = n.city, country = n.country, language = n.language, version = d.version + 1
     from (
       select o.id, coalesce(s.debtor_kind, o.kind) as kind, coalesce(s.name, o.name) as name, coalesce(s.siren, o.siren) as siren, coalesce(s.siret, o.siret) as siret,
         coalesce(s.vat_number, o.vat_number) as vat_number, coalesce(s.legal_form, o.legal_form) as legal_form, coalesce(s.register, o.register) as register, coalesce(s.iban, o.iban) as iban,
         case when ${isRefuted('email', 's.email')} then o.email else coalesce(s.email, o.email) end as email,
         case when ${isRefuted('phone', 's.phone')} then o.phone else coalesce(s.phone, o.phone) end as phone,
         coalesce(s.address_line, o.address_line) as address_line,
         case when s.address_line is null then coalesce(s.postcode, o.postcode) else s.postcode end as postcode,
         case when s.address_line is null then coalesce(s.city, o.city) else s.city end as city,
         coalesce(s.country, o.country) as country, coalesce(s.language, o.language) as language
       from parties p join staged s on s.contact = p.contact join debtors o on o.client_id = $1 and o.id = p.debtor_id
       where not p.is_new) n
     where d.client_id = $1 and d.id = n.id
       and (n.kind, n.name, n.siren, n.siret, n.vat_number, n.legal_form, n.register, n.iban, n.email, n.phone, n.address_line, n.postcode, n.city, n.country, n.language)
         is distinct from (d.kind, d.name, d.siren, d.siret, d.vat_number, d.legal_form, d.register, d.iban, d.email, d.phone, d.address_line, d.postcode, d.city, d.country, d.language)`,
    [clientId],
  );
}

/** Was this number or e-mail found to be somebody else's, to send all back, or refused? Numbers are compared by their last nine digits. */
function isRefuted(kind: 'email' | 'phone', value: string): string {
  const same = kind === 'phone' ? `phone_key(w.value) = phone_key(${value})` : `lower(w.value) = lower(${value})`;
  return `exists (select from contact_means w where w.client_id = $1 and w.debtor_id = o.id and w.kind = '${kind}' and ${same} and (w.validity in ('wrong', 'bounced') or w.consent = 'refused'))`;
}
