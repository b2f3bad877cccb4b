import { createHash } from 'node:crypto';
import { toDecimal } from '@amiable/kernel';
import type { ReadDb } from '@amiable/platform';
import { at } from './days';
import { Dice } from './dice';
import { plainPdf } from './plain-pdf';
import { plantRows } from './plant-rows';

interface Invoiced {
  readonly client_id: string;
  readonly case_id: string;
  readonly id: string;
  readonly number: string;
  readonly issued_on: string;
  readonly due_on: string;
  readonly amount: bigint;
  readonly description: string | null;
  readonly seller: string;
  readonly seller_address: string;
  readonly siren: string;
  readonly vat_number: string | null;
  readonly buyer: string;
  readonly buyer_address: string | null;
}

/** The share of invoices whose copy is on file; of some there is a delivery note as well. */
const withCopy = 0.85;
const withDeliveryNote = 0.15;

/** Copies of the invoices that are still open, and some delivery notes, as the clients would have sent them. Answers how many. */
export async function writeEvidence(db: ReadDb, today: number): Promise<number> {
  const dice = new Dice(41); // its own, so that the story stays the same
  const invoices = await db.rows<Invoiced>(
    `select i.client_id, i.case_id, i.id, i.number, i.issued_on, i.due_on, i.amount_minor as amount, i.description, c.legal_name as seller,
       c.address_line || ', ' || c.postcode || ' ' || c.city as seller_address, c.siren, c.vat_number, d.name as buyer,
       nullif(concat_ws(', ', d.address_line, concat_ws(' ', d.postcode, d.city)), '') as buyer_address
     from invoices i join cases k on k.client_id = i.client_id and k.id = i.case_id and k.state <> 'closed'
     join clients c on c.client_id = i.client_id join debtors d on d.client_id = i.client_id and d.id = i.debtor_id
     where i.kind = 'invoice' order by i.client_id, i.number`,
  );
  const files = invoices.flatMap((invoice) => [
    ...(dice.chance(withCopy) ? [{ invoice, kind: 'invoice', filename: `${invoice.number}.pdf`, lines: invoiceWords(invoice) }] : []),
    ...(dice.chance(withDeliveryNote)
      ? [{ invoice, kind: 'delivery_note', filename: `BL-${invoice.number}.pdf`, lines: deliveryWords(invoice) }]
      : []),
  ]);
  const rows = files.map(({ invoice, kind, filename, lines }) => {
    const bytes = plainPdf(lines);
    return { id: dice.id(today - 1), invoice, kind, filename, bytes };
  });
  await plantRows(
    db,
    'documents',
    rows.map(({ id, invoice, filename, bytes }) => ({
      client_id: invoice.client_id,
      id,
      case_id: invoice.case_id,
      kind: 'evidence',
      filename,
      content_type: 'application/pdf',
      sha256: `\\x${createHash('sha256').update(bytes).digest('hex')}`,
      bytes: `\\x${bytes.toString('hex')}`,
      created_at: at(today - 1, '10:00'),
    })),
    100,
  );
  await plantRows(
    db,
    'evidence',
    rows.map(({ id, invoice, kind }) => ({
      client_id: invoice.client_id,
      id,
      invoice_id: invoice.id,
      case_id: invoice.case_id,
      kind,
      debtor_sees: true,
      attached_at: at(today - 1, '10:00'),
    })),
  );
  return rows.length;
}

const french = (minor: bigint) =>
  `${toDecimal(minor)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, ' ')} €`;
const day = (iso: string) => iso.split('-').reverse().join('/');

function invoiceWords({
  seller,
  seller_address,
  siren,
  vat_number,
  buyer,
  buyer_address,
  number,
  issued_on,
  due_on,
  amount,
  description,
}: Invoiced): string[] {
  const net = (amount * 100n + 60n) / 120n; // 20 % VAT, to the cent
  return [
    seller,
    seller_address,
    `SIREN ${siren}${vat_number ? `   TVA ${vat_number}` : ''}`,
    '',
    `Facturé à : ${buyer}`,
    buyer_address ?? '',
    '',
    `FACTURE ${number}`,
    `Date : ${day(issued_on)}`,
    `Échéance : ${day(due_on)}`,
    '',
    description ?? 'Prestation',
    '',
    `Total HT : ${french(net)}`,
    `TVA 20 % : ${french(amount - net)}`,
    `Total TTC : ${french(amount)}`,
    '',
    'Pas d’escompte pour paiement anticipé. En cas de retard entre professionnels : pénalités de retard et indemnité',
    'forfaitaire de 40 € pour frais de recouvrement (art. L441-10 du Code de commerce).',
  ];
}

function deliveryWords({ seller, seller_address, buyer, buyer_address, number, issued_on, description }: Invoiced): string[] {
  return [
    seller,
    seller_address,
    '',
    `BON DE LIVRAISON BL-${number}`,
    `Date : ${day(issued_on)}`,
    '',
    `Livré à : ${buyer}`,
    buyer_address ?? '',
    '',
    description ?? 'Prestation',
    '',
    'Reçu sans réserve. Signature du destinataire :',
  ];
}
