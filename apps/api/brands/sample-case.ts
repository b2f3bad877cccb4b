import { epcQrDataUri, epcQrSvg, rfReferenceOf, type Brand } from '@amiable/clients';
import type { DebtorLanguage } from '@amiable/identity';
import type { Temporal } from '@amiable/kernel';
import type { MessageFacts } from '@amiable/outreach';
import type { Claim } from '../../../libs/web-kit/src/debtor-pages';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
/** Registered to nobody: a preview must not be payable. */
const sampleIban = 'FR4812345678901234567890123';

interface Sample {
  readonly claim: Claim;
  readonly facts: MessageFacts;
}

/** A case of nobody, as of a day: two invoices, one paid in part. What a preview of a brand shows. */
export async function sampleCase(
  brand: Brand,
  speaker: MessageFacts['speaker'],
  address: string,
  today: Temporal.PlainDate,
  language: DebtorLanguage,
): Promise<Sample> {
  const day = (days: number) => today.add({ days }).toString();
  const reference = '0000-0000-0000';
  const debtorName = language === 'fr' ? 'Camille Exemple' : 'Camille Sample';
  const transfer = {
    holder: speaker.agency?.name ?? brand.bankHolder ?? brand.name,
    iban: sampleIban,
    bic: 'AGRIFRPPXXX',
    reference: rfReferenceOf(reference),
  };
  const qr = { name: transfer.holder, iban: transfer.iban, bic: transfer.bic, amount: '1061.40', reference: transfer.reference };
  const lines = [
    { number: 'F-2031', issuedOn: day(-112), dueOn: day(-82), amount: eur('842.50'), paid: eur('100.00'), open: eur('742.50') },
    { number: 'F-2047', issuedOn: day(-81), dueOn: day(-52), amount: eur('318.90'), paid: eur('0.00'), open: eur('318.90') },
  ];
  return {
    claim: {
      reference,
      debtorName,
      speaker,
      lines: lines.map((line, i) => ({ ...line, invoiceId: `i${i}`, disputed: false, description: null })),
      open: eur('1061.40'),
      toPay: eur('1061.40'),
      paid: eur('100.00'),
      stage: 'reminder',
      next: { step: 'email', on: day(9) },
      promise: null,
      payments: [{ on: day(-40), amount: eur('100.00'), method: 'card', receiptId: null }],
      transfer: { ...transfer, amount: eur('1061.40'), qrSvg: await epcQrSvg(qr) },
      partPayment: { allowed: true, smallest: eur('10.00') },
      state: 'to_pay',
      firstLetter: speaker.hat === 'agency' ? { reference: 'LET-0001', on: day(-30) } : null,
    },
    facts: {
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
      speaker,
      debtor: { name: debtorName, kind: 'person', addressLines: ['27 rue de la République', '69002 LYON'] },
      case: {
        reference,
        accessCode: 'XXXXX-XXXXX',
        link: `${address}/`,
        enterAddress: `${address.replace(/^https?:\/\//, '')}/enter`,
        verifyAddress: `${address}/verify`,
        firstLetter: speaker.hat === 'agency' ? { reference: 'LET-0001', on: day(-30) } : null,
      },
      messageReference: 'LET-0002',
      invoices: lines,
      totals: { principal: eur('1161.40'), interest: eur('0.00'), accessories: eur('0.00'), paid: eur('100.00'), open: eur('1061.40') },
      payBy: day(8),
      transfer: { ...transfer, qrDataUri: await epcQrDataUri(qr) },
      today: today.toString(),
      note: null,
      promise: null,
      payment: null,
      plan: null,
    },
  };
}
