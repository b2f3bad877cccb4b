import type { Key } from '../../i18n/use-t';

/** The fields that a column can hold (libs/cases, IMPORT_FIELDS), with their words. */
export const importFields = {
  invoiceNumber: 'importField.invoiceNumber',
  debtorReference: 'importField.debtorReference',
  debtorName: 'importField.debtorName',
  invoiceDate: 'importField.invoiceDate',
  dueDate: 'importField.dueDate',
  termsDays: 'importField.termsDays',
  amount: 'importField.amount',
  paidAmount: 'importField.paidAmount',
  openAmount: 'importField.openAmount',
  settledOn: 'importField.settledOn',
  disputed: 'importField.disputed',
  currency: 'importField.currency',
  country: 'importField.country',
  debtorKind: 'importField.debtorKind',
  siren: 'importField.siren',
  siret: 'importField.siret',
  vatNumber: 'importField.vatNumber',
  email: 'importField.email',
  phone: 'importField.phone',
  addressLine: 'importField.addressLine',
  postcode: 'importField.postcode',
  city: 'importField.city',
  language: 'importField.language',
  purchaseOrder: 'importField.purchaseOrder',
  channelPreference: 'importField.channelPreference',
  description: 'importField.description',
} as const satisfies Record<string, Key>;

export const isImportField = (name: string): name is keyof typeof importFields => name in importFields;
