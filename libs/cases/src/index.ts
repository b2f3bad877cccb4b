import './case/case.abilities';

export * from './case/add-note';
export * from './case/case.entity';
export * from './case/case.errors';
export * from './case/case.events';
export * from './case/case.rules';
export * from './case/case.states';
export * from './case/close-case';
export * from './case/hold-case';
export * from './case/move-cases';
export * from './case/resume-case';
export * from './case/snooze-case';
export * from './cases.module';
export * from './debtor/debtor.entity';
export * from './import/import-invoices';
export * from './queue/plan-work';
export * from './queue/take-next-case';
export * from './queue/wake-work';
