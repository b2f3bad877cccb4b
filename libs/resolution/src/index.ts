import './resolution.abilities';

export * from './dispute/close-dispute';
export * from './dispute/dispute.entity';
export * from './dispute/dispute.states';
export * from './dispute/open-dispute';
export * from './plan/agree-plan';
export * from './plan/instalments.rules';
export * from './plan/judge-plans';
export * from './plan/plan.states';
export * from './promise/promise.entity';
export * from './promise/promise.rules';
export * from './promise/promise.states';
export * from './promise/record-promise';
export * from './promise/settle-promises';
export * from './resolution.module';
