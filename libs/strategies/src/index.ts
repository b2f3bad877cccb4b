export * from './run/plan-due-steps';
export * from './run/run-day';
export * from './schedule/schedule-cases';
export * from './strategies.module';
