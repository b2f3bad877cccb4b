export * from './agency/agency-face.module';
export { ExportCases } from './agency/case-export.agency';
export * from './client/client-face.module';
export * from './debtor/debtor-face.module';
export * from './debtor/read-claim';
