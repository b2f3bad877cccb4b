import type { TenantDb } from '@amiable/platform';
import { dataQuality, type DataQuality } from './data-quality.rules';
import type { ContactRole } from './debtor-contact.entity';
import { maskedIban } from './debtor-fields.rules';
import type { MeansConsent, MeansKind, MeansValidity } from './record-means';
import { joinedIds } from '../twin/joined-ids.sql';

export interface ContactOfDebtor {
  readonly id: string;
  readonly name: string;
  readonly role: ContactRole;
  readonly language: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly approvalOrder: number | null;
  readonly approvalNote: string | null;
  readonly source: 'import' | 'typed';
  readonly version: number;
}

export interface MeansOfDebtor {
  readonly kind: MeansKind;
  readonly value: string;
  /** In use now. */
  readonly isUsed: boolean;
  readonly source: string;
  readonly validity: MeansValidity;
  readonly consent: MeansConsent;
  readonly consentOn: string | null;
  readonly recordedAt: string;
}

/** Fiche débiteur: everything that is known of who owes, beside his name and address. */
export interface DebtorFile {
  readonly version: number;
  readonly legalForm: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly register: string | null;
  readonly ibanMasked: string | null;
  readonly bornOn: string | null;
  readonly prefersFrom: string | null;
  readonly prefersUntil: string | null;
  readonly addressReturnedOn: string | null;
  readonly quality: DataQuality;
  readonly contacts: readonly ContactOfDebtor[];
  readonly means: readonly MeansOfDebtor[];
  readonly formerAddresses: ReadonlyArray<{
    readonly lines: readonly string[];
    readonly returnedOn: string | null;
    readonly replacedAt: string;
  }>;
}

/** Reads it by one statement. Who approves payments stands first, in that order. */
export async function readDebtorFile(db: TenantDb, debtorId: string): Promise<DebtorFile> {
  const row = (await db.row(
    `with joined as (${joinedIds('$1', '$2')})
     select d.*,
       (select coalesce(json_agg(x order by x."approvalOrder" nulls last, x.name), '[]') from (
          select id, name, role, language, email, phone, approval_order as "approvalOrder", approval_note as "approvalNote", source, version
          from debtor_contacts c where c.client_id = d.client_id and c.debtor_id in (select id from joined) and c.dismissed_at is null) x) as people,
       (select coalesce(json_agg(x order by x."isUsed" desc, x.kind, x."recordedAt" desc), '[]') from (
          select m.kind, m.value, m.value = case m.kind when 'email' then d.email else d.phone end is true as "isUsed", m.source, m.validity, m.consent, m.consent_on::text as "consentOn",
            to_char(m.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
          from contact_means m where m.client_id = d.client_id and m.debtor_id in (select id from joined)
          union all
          select u.kind, u.value, true, 'import', 'good', 'unknown', null, to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
          from (values ('email', d.email), ('phone', d.phone)) u(kind, value)
          where u.value is not null and not exists (
            select from contact_means m where m.client_id = d.client_id and m.debtor_id in (select id from joined) and m.kind = u.kind and m.value = u.value)) x) as means,
       (select coalesce(json_agg(x order by x."replacedAt" desc), '[]') from (
          select array_remove(array[a.address_line, nullif(trim(concat_ws(' ', a.postcode, a.city)), ''), nullif(a.country, 'FR')], null) as lines, a.returned_on::text as "returnedOn",
            to_char(a.replaced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "replacedAt"
          from former_addresses a where a.client_id = d.client_id and a.debtor_id in (select id from joined) order by a.replaced_at desc limit 10) x) as former
     from debtors d where d.client_id = $1 and d.id = $2`,
    [db.clientId, debtorId],
  ))!;
  return {
    version: row.version,
    legalForm: row.legal_form,
    siret: row.siret,
    vatNumber: row.vat_number,
    register: row.register,
    ibanMasked: maskedIban(row.iban),
    bornOn: row.born_on,
    prefersFrom: row.prefers_from,
    prefersUntil: row.prefers_until,
    addressReturnedOn: row.address_returned_on,
    quality: dataQuality({
      kind: row.kind,
      email: row.email,
      phone: row.phone,
      addressLine: row.address_line,
      postcode: row.postcode,
      city: row.city,
      addressReturned: row.address_returned_on !== null,
      siren: row.siren,
      vatNumber: row.vat_number,
      contacts: row.contacts,
    }),
    contacts: row.people,
    means: row.means,
    formerAddresses: row.former,
  };
}
