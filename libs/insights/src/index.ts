import './alert/alert.abilities';
import './team/team.abilities';

export * from './ageing/report-ageing';
export * from './alert/alert-rules';
export * from './alert/alert.types';
export * from './alert/raise-alerts';
export * from './alert/settle-alert';
export * from './alert/watch-limits';
export * from './insights.module';
export * from './invariants/invariant.types';
export { tablesOutsideTenancy } from './invariants/tenancy.invariants';
export * from './invariants/verify-invariants';
export * from './payer/limit-standing.sql';
export * from './payer/payer-score.rules';
export * from './team/collector-goals';
export * from './team/goal.rules';
export { readTeam, type TeamFigures } from './team/read-team';
export { readCreditLimit, readPayer, type CreditLimit, type PayerProfile } from './payer/read-payer';
