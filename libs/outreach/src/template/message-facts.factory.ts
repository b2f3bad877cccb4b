import type { Hat, MessageFacts, MessageTheme } from './message-facts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** The agency of the sample messages; every one of its words is looked for where it must not be. */
export const sampleAgency = {
  name: 'Cabinet Exemple SAS',
  address: '12 rue des Fleurs, 69003 Lyon',
  siren: '404833048',
  phone: '04 78 00 00 00',
  email: 'contact@cabinet-exemple.example',
};

/** What brandTheme answers for #0f6e56. */
export const sampleTheme: MessageTheme = {
  light: { band: '#0f6e56', accent: '#0f6e56', onAccent: '#ffffff', edge: '#0f6e56', link: '#0f6e56', soft: '#e4f9f1' },
  dark: { band: '#0f6e56', accent: '#0f6e56', onAccent: '#ffffff', edge: '#207860', link: '#72c4a9', soft: '#0f2d23' },
  radius: 8,
};

/** A message with every fact filled, for previews of templates and for specs. */
export function sampleMessageFacts(hat: Hat = 'client_name', changes: Partial<MessageFacts> = {}): MessageFacts {
  return {
    brand: {
      name: 'Atelier Lumen',
      logo: null,
      address: '4 passage des Ateliers, 75011 Paris',
      phone: '01 84 00 00 10',
      email: 'factures@atelier-lumen.example',
      website: 'www.atelier-lumen.example',
      font: 'system',
    },
    speaker: {
      hat,
      agency: hat === 'agency' ? sampleAgency : null,
      creditor: { name: 'Atelier Lumen SARL', address: '4 passage des Ateliers, 75011 Paris', siren: '732829320' },
    },
    debtor: { name: 'Camille Dubois', addressLines: ['Appartement 12', '27 rue de la République', '69002 LYON'], kind: 'person' },
    case: {
      reference: 'AL-2026-004217',
      accessCode: 'K7M2-9QXF-4T',
      link: 'https://payer.atelier-lumen.example/p/wq2RkNf8Zb1Tt5yGm0c3Uw',
      enterAddress: 'payer.atelier-lumen.example/enter',
      verifyAddress: 'https://payer.atelier-lumen.example/verify',
      firstLetter: hat === 'agency' ? { reference: 'LET-2026-000981', on: '2026-09-20' } : null,
    },
    messageReference: 'LET-2026-001204',
    invoices: [
      { number: 'F-2031', issuedOn: '2026-07-03', dueOn: '2026-08-02', amount: eur('842.50'), paid: eur('100.00'), open: eur('742.50') },
      { number: 'F-2047', issuedOn: '2026-08-03', dueOn: '2026-09-01', amount: eur('318.90'), paid: eur('0.00'), open: eur('318.90') },
    ],
    totals: { principal: eur('1161.40'), interest: eur('0.00'), accessories: eur('0.00'), paid: eur('100.00'), open: eur('1061.40') },
    payBy: '2026-12-01',
    transfer: {
      holder: 'Atelier Lumen SARL',
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      reference: 'RF18539007547034',
      qrDataUri: null,
    },
    today: '2026-11-22',
    note: null,
    promise: { amount: eur('1061.40'), on: '2026-12-05' },
    payment: { receiptNumber: 'Q-2026-000077', amount: eur('100.00'), on: '2026-09-15', method: 'card', openAfter: eur('1061.40') },
    plan: {
      total: eur('1061.40'),
      instalments: [
        { on: '2026-12-05', amount: eur('353.80') },
        { on: '2027-01-05', amount: eur('353.80') },
        { on: '2027-02-05', amount: eur('353.80') },
      ],
    },
    ...changes,
  };
}
