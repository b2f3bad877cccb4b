import type { MessageLanguage } from '../template/message-facts';

/** Words of the statement of account, as page, workbook and CSV. */
export interface StatementTexts {
  readonly title: string;
  readonly asOf: string; // {day}
  readonly invoices: string;
  readonly payments: string;
  readonly columns: {
    readonly number: string;
    readonly issued: string;
    readonly due: string;
    readonly amount: string;
    readonly paid: string;
    readonly open: string;
    readonly state: string;
    readonly currency: string;
    readonly description: string;
    readonly day: string;
    readonly method: string;
  };
  readonly total: string;
  readonly contested: string;
  readonly states: Record<'settled' | 'disputed' | 'in_process' | 'promised' | 'overdue' | 'due', string>;
  readonly file: string; // a name without ending
}

export const statementTexts: Record<MessageLanguage, StatementTexts> = {
  fr: {
    title: 'Relevé de compte',
    asOf: 'Situation au {day}.',
    invoices: 'Factures',
    payments: 'Paiements reçus',
    columns: {
      number: 'Facture',
      issued: 'Date',
      due: 'Échéance',
      amount: 'Montant',
      paid: 'Réglé',
      open: 'Reste à payer',
      state: 'Situation',
      currency: 'Devise',
      description: 'Libellé',
      day: 'Reçu le',
      method: 'Moyen',
    },
    total: 'Reste à payer',
    contested: 'Contesté, suspendu',
    states: {
      settled: 'payée',
      disputed: 'contestée',
      in_process: 'en traitement',
      promised: 'promise',
      overdue: 'en retard',
      due: 'à échoir',
    },
    file: 'releve',
  },
  en: {
    title: 'Statement of account',
    asOf: 'As of {day}.',
    invoices: 'Invoices',
    payments: 'Payments received',
    columns: {
      number: 'Invoice',
      issued: 'Date',
      due: 'Due',
      amount: 'Amount',
      paid: 'Paid',
      open: 'Left to pay',
      state: 'State',
      currency: 'Currency',
      description: 'Description',
      day: 'Received on',
      method: 'Means',
    },
    total: 'Left to pay',
    contested: 'Disputed, on hold',
    states: {
      settled: 'paid',
      disputed: 'disputed',
      in_process: 'in process',
      promised: 'promised',
      overdue: 'overdue',
      due: 'not yet due',
    },
    file: 'statement',
  },
  de: {
    title: 'Kontoauszug',
    asOf: 'Stand am {day}.',
    invoices: 'Rechnungen',
    payments: 'Erhaltene Zahlungen',
    columns: {
      number: 'Rechnung',
      issued: 'Datum',
      due: 'Fällig',
      amount: 'Betrag',
      paid: 'Gezahlt',
      open: 'Noch zu zahlen',
      state: 'Stand',
      currency: 'Währung',
      description: 'Bezeichnung',
      day: 'Erhalten am',
      method: 'Zahlungsweg',
    },
    total: 'Noch zu zahlen',
    contested: 'Bestritten, ruht',
    states: {
      settled: 'bezahlt',
      disputed: 'bestritten',
      in_process: 'in Bearbeitung',
      promised: 'zugesagt',
      overdue: 'überfällig',
      due: 'noch nicht fällig',
    },
    file: 'kontoauszug',
  },
  es: {
    title: 'Extracto de cuenta',
    asOf: 'Situación a {day}.',
    invoices: 'Facturas',
    payments: 'Pagos recibidos',
    columns: {
      number: 'Factura',
      issued: 'Fecha',
      due: 'Vencimiento',
      amount: 'Importe',
      paid: 'Pagado',
      open: 'Por pagar',
      state: 'Situación',
      currency: 'Moneda',
      description: 'Concepto',
      day: 'Recibido el',
      method: 'Medio',
    },
    total: 'Por pagar',
    contested: 'En discusión, en suspenso',
    states: {
      settled: 'pagada',
      disputed: 'en discusión',
      in_process: 'en trámite',
      promised: 'prometida',
      overdue: 'vencida',
      due: 'por vencer',
    },
    file: 'extracto',
  },
  it: {
    title: 'Estratto conto',
    asOf: 'Situazione al {day}.',
    invoices: 'Fatture',
    payments: 'Pagamenti ricevuti',
    columns: {
      number: 'Fattura',
      issued: 'Data',
      due: 'Scadenza',
      amount: 'Importo',
      paid: 'Pagato',
      open: 'Da pagare',
      state: 'Situazione',
      currency: 'Valuta',
      description: 'Descrizione',
      day: 'Ricevuto il',
      method: 'Mezzo',
    },
    total: 'Da pagare',
    contested: 'Contestato, sospeso',
    states: {
      settled: 'pagata',
      disputed: 'contestata',
      in_process: 'in lavorazione',
      promised: 'promessa',
      overdue: 'scaduta',
      due: 'non ancora scaduta',
    },
    file: 'estratto-conto',
  },
  nl: {
    title: 'Rekeningoverzicht',
    asOf: 'Stand op {day}.',
    invoices: 'Facturen',
    payments: 'Ontvangen betalingen',
    columns: {
      number: 'Factuur',
      issued: 'Datum',
      due: 'Vervaldag',
      amount: 'Bedrag',
      paid: 'Betaald',
      open: 'Nog te betalen',
      state: 'Stand',
      currency: 'Munt',
      description: 'Omschrijving',
      day: 'Ontvangen op',
      method: 'Betaalwijze',
    },
    total: 'Nog te betalen',
    contested: 'Betwist, staat stil',
    states: {
      settled: 'betaald',
      disputed: 'betwist',
      in_process: 'in behandeling',
      promised: 'toegezegd',
      overdue: 'te laat',
      due: 'nog niet vervallen',
    },
    file: 'overzicht',
  },
};
