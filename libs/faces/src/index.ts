export * from './agency/agency-face.module';
export { ExportCases } from './agency/case-export.agency';
export * from './client/client-face.module';
export * from './debtor/debtor-face.module';
export * from './debtor/read-claim';
export * from './debtor/invoice-list.rules';
export * from './debtor/read-invoices';
export * from './debtor/shown-documents';
export * from './debtor/statement-sheet';
