import {
  addressOfBrand,
  addressQrDataUri,
  brandTheme,
  themeOfBrand,
  epcQrDataUri,
  rfReferenceOf,
  type Agency,
  type Brand,
  type Client,
  type Mandate,
} from '@amiable/clients';
import { lateSums, readLatePayment, type Case, type Debtor } from '@amiable/cases';
import { accessCode, dayOf, toDecimal } from '@amiable/kernel';
import type { ReadDb, Settings } from '@amiable/platform';
import type { MessageFacts, MessageTheme } from '../template/message-facts';

/** What a message is about, loaded once. */
export interface MessageCase {
  readonly theCase: Case;
  readonly debtor: Debtor;
  readonly brand: Brand;
  readonly client: Client;
  readonly mandate: Mandate;
  readonly agency: Agency;
}

/** What changes from one message to the next. */
export interface MessageOccasion {
  readonly reference: string;
  readonly linkToken: string | null;
  readonly note: string | null;
  readonly payment?: MessageFacts['payment'];
}

/** The account a debtor transfers to: the client's own under the client's name, the trust account under the agency's. */
export function transferAccount({
  theCase,
  brand,
  agency,
}: Pick<MessageCase, 'theCase' | 'brand' | 'agency'>): { holder: string; iban: string; bic: string } | null {
  if (theCase.hat === 'agency') return { holder: agency.trust_account_holder, iban: agency.trust_iban, bic: agency.trust_bic };
  return brand.bankIban && brand.bankHolder ? { holder: brand.bankHolder, iban: brand.bankIban, bic: brand.bankBic ?? '' } : null;
}

/** Who speaks on a case; the agency is named only under its own hat. */
export function speakerOf({ theCase, client, agency }: Pick<MessageCase, 'theCase' | 'client' | 'agency'>): MessageFacts['speaker'] {
  const at = (place: { addressLine: string; postcode: string; city: string }) => `${place.addressLine}, ${place.postcode} ${place.city}`;
  return {
    hat: theCase.hat,
    agency:
      theCase.hat === 'agency'
        ? {
            name: `${agency.name} ${agency.legal_form}`.trim(),
            address: `${agency.address_line}, ${agency.postcode} ${agency.city}`,
            siren: agency.siren,
            phone: agency.phone,
            email: agency.email,
          }
        : null,
    creditor: { name: client.legalName, address: at(client), siren: client.siren },
  };
}

/** Colours of the brand that speaks; the agency's own under its hat. */
export function themeOf({ theCase, brand, agency }: Pick<MessageCase, 'theCase' | 'brand' | 'agency'>): MessageTheme {
  return theCase.hat === 'agency' ? brandTheme({ primary: agency.primary_colour, radius: brand.radius }) : themeOfBrand(brand);
}

/** Everything a template may say of a case, as of now. */
export async function gatherFacts(
  db: ReadDb,
  known: MessageCase,
  occasion: MessageOccasion,
  settings: Pick<Settings, 'PUBLIC_URL' | 'AMIABLE_SECRET'>,
): Promise<MessageFacts> {
  const { theCase, debtor, brand } = known;
  const { currency } = theCase;
  const money = (minor: bigint) => ({ amount: toDecimal(minor), currency });
  const rows = await db.rows<{
    number: string;
    issued_on: string;
    due_on: string;
    amount_minor: bigint;
    settled_minor: bigint;
    disputed_minor: bigint;
  }>(
    `select number, issued_on, due_on, amount_minor, settled_minor, disputed_minor from invoices
     where client_id = $1 and case_id = $2 and amount_minor <> settled_minor order by due_on, number`,
    [theCase.clientId, theCase.id],
  );
  const promise = await db.row<{ amount_minor: bigint; due_on: string; numbers: string[] }>(
    `select amount_minor, due_on,
       (select coalesce(json_agg(i.number order by i.due_on, i.number), '[]') from invoices i where i.client_id = p.client_id and i.id = any(p.invoice_ids)) as numbers
     from promises p where client_id = $1 and case_id = $2 and state = 'open'`,
    [theCase.clientId, theCase.id],
  );
  const plan = await db.rows<{ due_on: string; amount_minor: bigint; total_minor: bigint }>(
    `select i.due_on, i.amount_minor, p.total_minor from plans p join instalments i on i.client_id = p.client_id and i.plan_id = p.id
     where p.client_id = $1 and p.case_id = $2 and p.state in ('active', 'late') order by i.number`,
    [theCase.clientId, theCase.id],
  );
  const late = await readLatePayment(db, theCase.clientId, theCase.id, dayOf(db.clock));
  const claimed = rows.reduce((sum, row) => sum + row.amount_minor, 0n);
  const paid = rows.reduce((sum, row) => sum + row.settled_minor, 0n);
  const today = dayOf(db.clock);
  const address = addressOfBrand(brand, settings.PUBLIC_URL);
  const account = transferAccount(known);
  const reference = rfReferenceOf(theCase.reference);
  const disputed = rows.reduce((sum, row) => sum + row.disputed_minor, 0n);
  const open = claimed - paid - disputed; // nobody is asked for what he contests
  return {
    brand: {
      name: brand.name,
      logo: brand.logo,
      logoMail: brand.logoMail,
      address: `${brand.addressLine}, ${brand.postcode} ${brand.city}`,
      phone: brand.phone,
      email: brand.replyTo,
      website: brand.website,
      font: brand.font,
    },
    speaker: speakerOf(known),
    debtor: {
      name: debtor.name,
      kind: debtor.kind,
      addressLines: [
        debtor.addressLine,
        [debtor.postcode, debtor.city].filter(Boolean).join(' '),
        debtor.country === 'FR' ? null : debtor.country,
      ].filter((line): line is string => Boolean(line)),
    },
    case: {
      reference: theCase.reference,
      accessCode: accessCode(settings.AMIABLE_SECRET, theCase.id),
      link: occasion.linkToken ? `${address}/p/${occasion.linkToken}` : `${address}/`,
      enterAddress: `${address.replace(/^https?:\/\//, '')}/enter`,
      enterQr: occasion.linkToken ? null : await addressQrDataUri(`${address}/enter?ref=${encodeURIComponent(theCase.reference)}`),
      verifyAddress: `${address}/verify`,
      firstLetter:
        theCase.firstLetterReference && theCase.firstLetterOn
          ? { reference: theCase.firstLetterReference, on: theCase.firstLetterOn.toString() }
          : null,
    },
    messageReference: occasion.reference,
    invoices: rows.map((row) => ({
      number: row.number,
      issuedOn: row.issued_on,
      dueOn: row.due_on,
      amount: money(row.amount_minor),
      paid: money(row.settled_minor),
      open: money(row.amount_minor - row.settled_minor),
      disputed: row.disputed_minor > 0n,
    })),
    totals: { principal: money(claimed), interest: money(0n), accessories: money(0n), paid: money(paid), open: money(open) },
    late: late.totalMinor > 0n ? lateSums(late, money) : null,
    payBy: today.add({ days: 8 }).toString(),
    transfer: account && {
      ...account,
      reference,
      qrDataUri:
        open > 0n && currency === 'EUR'
          ? await epcQrDataUri({ name: account.holder, iban: account.iban, bic: account.bic, amount: toDecimal(open), reference })
          : null,
    },
    today: today.toString(),
    note: occasion.note,
    promise: promise ? { amount: money(promise.amount_minor), on: promise.due_on, invoices: promise.numbers } : null,
    payment: occasion.payment ?? null,
    plan:
      plan.length > 0
        ? { total: money(plan[0]!.total_minor), instalments: plan.map((i) => ({ on: i.due_on, amount: money(i.amount_minor) })) }
        : null,
  };
}
