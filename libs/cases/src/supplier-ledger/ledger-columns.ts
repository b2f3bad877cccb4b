import { namesOfColumn } from '../import-file/column-names';
import type { Mapping } from '../import-file/import-file.types';

/** Columns that only account books have, by their names; accents, case and little words do not matter. */
const names = {
  debit: ['debit', 'mouvement debit', 'montant debit', 'debit eur', 'debit amount', 'soll'],
  credit: ['credit', 'mouvement credit', 'montant credit', 'credit eur', 'credit amount', 'haben'],
  type: [
    'type',
    'nature',
    'type piece',
    'type de piece',
    'type de document',
    'document type',
    'doc type',
    'kind',
    'journal',
    'code journal',
  ],
  state: ['statut', 'status', 'etat', 'state', 'situation', 'payment status', 'statut de paiement'],
  cleared: ['lettrage', 'lettre', 'code lettrage', 'ecriture let', 'cleared', 'clearing', 'matching'],
} as const;

export type LedgerColumns = Partial<Record<keyof typeof names, number>>;

const roles = Object.entries(names).map(([role, synonyms]) => [role, new Set(synonyms.map((name) => namesOfColumn(name).whole))] as const);

export function ledgerColumnsOf(headers: readonly string[]): LedgerColumns {
  const found: LedgerColumns = {};
  headers.forEach((header, column) => {
    const { whole } = namesOfColumn(header);
    for (const [role, synonyms] of roles) if (synonyms.has(whole)) found[role as keyof LedgerColumns] ??= column;
  });
  return found;
}

/** Beside debit and credit a column "Solde" runs along: it is the balance of the account, not what is open of one invoice. */
export function withoutRunningBalance(fields: Mapping['fields'], headers: readonly string[], columns: LedgerColumns): Mapping['fields'] {
  if (columns.debit === undefined || columns.credit === undefined || fields.openAmount === undefined) return fields;
  const isRunning = /^(solde|balance)/.test(namesOfColumn(headers[fields.openAmount] ?? '').whole);
  return isRunning ? { ...fields, openAmount: undefined } : fields;
}
