export * from './ageing/report-ageing';
