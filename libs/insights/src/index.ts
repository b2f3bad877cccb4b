export * from './ageing/report-ageing';
export * from './invariants/invariant.types';
export { tablesOutsideTenancy } from './invariants/tenancy.invariants';
export * from './invariants/verify-invariants';
export * from './payer/payer-score.rules';
export * from './payer/read-payer';
