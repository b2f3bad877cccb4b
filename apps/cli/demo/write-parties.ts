import type { ReadDb } from '@amiable/platform';
import { agencyRow, seatStaff, type Person } from './agency';
import { clientRows } from './clients';
import { at, isoDay } from './days';
import type { Dice } from './dice';
import { plantRows } from './plant-rows';
import type { DemoInvoice } from './portfolio.types';
import type { Story } from './tell-story';

/** Writes who there is: agency, staff, clients with brand, mandate and scenario, debtors, and the invoices that never became a case. */
export async function writeParties(
  db: ReadDb,
  dice: Dice,
  today: number,
  { clients, debtors, invoices }: Story,
  passwordHash: string,
): Promise<Person[]> {
  const staff = seatStaff(
    dice,
    today,
    clients.map(({ id }) => id),
    passwordHash,
  );
  const all = clients.map((client, i) => clientRows(dice, today, client, i, passwordHash));
  await plantRows(db, 'agency', [agencyRow]);
  await plantRows(db, 'staff_users', staff.rows);
  await plantRows(
    db,
    'clients',
    all.map((rows) => rows.clients),
  );
  await plantRows(
    db,
    'client_users',
    all.flatMap((rows) => rows.users),
  );
  await plantRows(db, 'credentials', [...staff.credentials, ...all.flatMap((rows) => rows.credentials)]);
  await plantRows(
    db,
    'brands',
    all.map((rows) => rows.brand),
  );
  await plantRows(
    db,
    'brand_addresses',
    all.map((rows) => rows.address),
  );
  await plantRows(
    db,
    'mandates',
    all.map((rows) => rows.mandate),
  );
  await plantRows(
    db,
    'scenarios',
    all.map((rows) => rows.scenario),
  );
  await plantRows(
    db,
    'scenario_steps',
    all.flatMap((rows) => rows.steps),
  );
  await plantRows(
    db,
    'segments',
    all.map((rows) => rows.segment),
  );
  await plantRows(
    db,
    'debtors',
    debtors.map((debtor) => ({
      client_id: debtor.client.id,
      id: debtor.id,
      reference: debtor.reference,
      kind: debtor.kind,
      name: debtor.name,
      siren: debtor.siren,
      email: debtor.email,
      phone: debtor.phone,
      address_line: debtor.address[0],
      postcode: debtor.address[1],
      city: debtor.address[2],
      country: debtor.address[3],
      language: debtor.language,
    })),
  );
  const never = invoices.filter((invoice) => invoice.placed === null);
  await plantRows(
    db,
    'invoices',
    never.map((invoice) => invoiceRow(invoice, null)),
  );
  // Paid to the client itself before anything was handed over.
  await plantRows(
    db,
    'allocations',
    never.flatMap((invoice) =>
      invoice.pays.map((pay) => ({
        client_id: invoice.debtor.client.id,
        invoice_id: invoice.id,
        source_kind: 'client_declared',
        source_id: dice.id(pay.day),
        amount_minor: pay.minor,
        effective_on: isoDay(pay.day),
      })),
    ),
  );
  return staff.collectors;
}

export function invoiceRow(invoice: DemoInvoice, caseId: string | null) {
  return {
    client_id: invoice.debtor.client.id,
    id: invoice.id,
    number: invoice.number,
    debtor_id: invoice.debtor.id,
    case_id: caseId,
    kind: 'invoice',
    issued_on: isoDay(invoice.issued),
    due_on: isoDay(invoice.due),
    amount_minor: invoice.minor,
    currency: 'EUR',
    description: invoice.description,
    created_at: at(invoice.placed ?? invoice.issued, '06:30'),
  };
}
