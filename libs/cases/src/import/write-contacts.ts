import type { ImportWriting } from './import-writing';

/** The people a file names at its debtors: new ones are added, known ones completed; nobody is taken off by a file. A private person has none. */
export async function writeContacts({ db, clientId, now }: ImportWriting): Promise<void> {
  await db.rows(
    `with named as (
       select p.debtor_id, s.contact_name as name, s.contact_role as role, s.contact_email as email, s.contact_phone as phone
       from parties p join staged s on s.contact = p.contact
       join debtors d on d.client_id = $1 and d.id = p.debtor_id and d.kind = 'company' where s.contact_name is not null),
     completed as (
       update debtor_contacts c set email = coalesce(n.email, c.email), phone = coalesce(n.phone, c.phone), role = coalesce(n.role, c.role), version = c.version + 1
       from named n where c.client_id = $1 and c.debtor_id = n.debtor_id and lower(c.name) = lower(n.name) and c.dismissed_at is null
         and (coalesce(n.email, c.email), coalesce(n.phone, c.phone), coalesce(n.role, c.role)) is distinct from (c.email, c.phone, c.role)),
     added as (
       insert into debtor_contacts (client_id, id, debtor_id, name, role, email, phone, source, recorded_at)
       select $1, uuidv7(), n.debtor_id, n.name, coalesce(n.role, 'other'), n.email, n.phone, 'import', $2 from named n
       where not exists (select from debtor_contacts c where c.client_id = $1 and c.debtor_id = n.debtor_id and lower(c.name) = lower(n.name))
       returning debtor_id)
     update debtors d set contacts = d.contacts + a.n, version = d.version + 1
     from (select debtor_id, count(*)::int as n from added group by 1) a where d.client_id = $1 and d.id = a.debtor_id`,
    [clientId, now],
  );
}
