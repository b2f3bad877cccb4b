import type { DifferenceKind, OurInvoice, OurLedger } from './supplier-ledger.types';

const invoice = (
  number: string,
  issuedOn: string,
  dueOn: string,
  amount: bigint,
  open = amount,
  kind: OurInvoice['kind'] = 'invoice',
): OurInvoice => ({
  id: number,
  number,
  kind,
  issuedOn,
  dueOn,
  amount,
  open,
  currency: 'EUR',
});

/** Our side: twenty-four documents of one debtor, one of them paid, one a credit note. */
export const ourSide: OurLedger = {
  invoices: [
    invoice('F-2026-0101', '2026-05-04', '2026-06-03', 120_000n),
    invoice('F-2026-0102', '2026-05-05', '2026-06-04', 84_250n),
    invoice('F-2026-0103', '2026-05-06', '2026-06-05', 31_890n),
    invoice('F-2026-0104', '2026-05-07', '2026-06-06', 250_000n),
    invoice('F-2026-0105', '2026-05-08', '2026-06-07', 99_999n),
    invoice('F-2026-0106', '2026-05-11', '2026-06-10', 45_600n),
    invoice('F-2026-0107', '2026-05-12', '2026-06-11', 18_000n, 0n), // we were paid
    invoice('F-2026-0108', '2026-05-13', '2026-06-12', 76_000n),
    invoice('F-2026-0109', '2026-05-14', '2026-06-13', 54_321n),
    invoice('F-2026-0110', '2026-05-15', '2026-06-14', 12_345n),
    invoice('F-2026-0111', '2026-05-18', '2026-06-17', 67_890n),
    invoice('F-2026-0112', '2026-05-19', '2026-06-18', 200_000n),
    invoice('F-2026-0113', '2026-05-20', '2026-06-19', 33_300n),
    invoice('F-2026-0114', '2026-05-21', '2026-06-20', 41_100n),
    invoice('AV-2026-0009', '2026-05-22', '2026-05-22', -5_000n, -5_000n, 'credit_note'),
    ...Array.from({ length: 9 }, (_, i) =>
      invoice(`F-2026-02${10 + i}`, `2026-07-${10 + i}`, `2026-08-${10 + i}`, 10_000n + BigInt(i) * 1_111n),
    ),
  ],
  payments: [{ on: '2026-06-11', amount: 18_000n }],
};

/**
 * Their side, as a French accounting program writes it (windows-1252, `;`, decimal comma): twelve planted differences, and one
 * invoice typed without its prefix and zeros, which is a remark and no difference in money.
 */
export const theirSideCsv = [
  'Grand livre fournisseur 401LUMEN;;;;;;;',
  'Édité le 20/11/2026;;;;;;;',
  'Date pièce;N° facture;Libellé;Échéance;Montant TTC;Reste à payer;Devise;Type',
  '04/05/2026;F-2026-0101;Prestation mai;03/06/2026;1 200,00;1 200,00;EUR;Facture',
  // 1 missing on their side: F-2026-0102
  '06/05/2026;F-2026-0103;Fournitures;05/06/2026;318,90;0,00;EUR;Facture', // 2 paid by them
  '07/05/2026;F-2026-0104;Lot 2;06/06/2026;2 500,00;1 000,00;EUR;Facture', // 3 paid in part
  '08/05/2026;F-2026-0105;Étude;07/06/2026;899,99;899,99;EUR;Facture', // 4 amount
  '11/05/2026;F-2026-0106;Livraison;10/06/2026;456,03;456,03;EUR;Facture', // 5 rounding
  '12/05/2026;F-2026-0107;Maintenance;11/06/2026;180,00;180,00;EUR;Facture', // 6 we were paid, they still have it open
  '13/05/2026;F-2026-0108;Location;12/06/2026;-760,00;-760,00;EUR;Facture', // 7 sign
  '14/06/2026;F-2026-0109;Transport;13/06/2026;543,21;543,21;EUR;Facture', // 8 day
  '15/05/2026;F-2026-0110;Pièces;14/06/2026;123,45;123,45;EUR;Facture',
  '15/05/2026;F-2026-0110;Pièces (saisie 2);14/06/2026;123,45;123,45;EUR;Facture', // 9 twice
  '18/05/2026;F-2026-0111;Export;17/06/2026;678,90;678,90;USD;Facture', // 10 currency
  '19/05/2026;F 2026 0112;Chantier;18/06/2026;2 000,00;2 000,00;EUR;Facture',
  '20/05/2026;2026/113;Entretien;19/06/2026;333,00;333,00;EUR;Facture', // a remark: another spelling
  '21/05/2026;f-2026-0114;Conseil;20/06/2026;411,00;411,00;EUR;Facture',
  '22/05/2026;AV-2026-0009;Avoir retour;22/05/2026;-50,00;-50,00;EUR;Avoir',
  '25/05/2026;AV-2026-0031;Avoir remise annuelle;25/05/2026;-90,00;-90,00;EUR;Avoir', // 11 a credit note we do not have
  '02/06/2026;F-2026-0777;Prestation juin;02/07/2026;640,00;640,00;EUR;Facture', // 12 an invoice we do not have
  ...Array.from({ length: 9 }, (_, i) => {
    const amount = `${100 + Math.floor((i * 1111) / 100)},${String((i * 1111) % 100).padStart(2, '0')}`;
    return `${10 + i}/07/2026;F-2026-02${10 + i};Abonnement;${10 + i}/08/2026;${amount};${amount};EUR;Facture`;
  }),
  ';;;;12 000,00;12 000,00;;',
].join('\r\n');

export const planted: readonly (readonly [DifferenceKind, string])[] = [
  ['missing_theirs', 'F-2026-0102'],
  ['amount', 'F-2026-0105'],
  ['credit_unapplied', 'AV-2026-0031'],
  ['paid_by_them', 'F-2026-0103'],
  ['paid_part_by_them', 'F-2026-0104'],
  ['currency', 'F-2026-0111'],
  ['missing_ours', 'F-2026-0777'],
  ['paid_ours', 'F-2026-0107'],
  ['sign', 'F-2026-0108'],
  ['duplicate', 'F-2026-0110'],
  ['rounding', 'F-2026-0106'],
  ['date', 'F-2026-0109'],
];
