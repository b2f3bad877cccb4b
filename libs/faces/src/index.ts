export * from './agency/agency-face.module';
export * from './client/client-face.module';
export * from './debtor/debtor-face.module';
export * from './debtor/read-claim';
