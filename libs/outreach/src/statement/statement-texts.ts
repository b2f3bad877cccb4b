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
};
