export * from './run/plan-due-steps';
export * from './run/run-day';
export * from './schedule/activate-scenario';
export * from './schedule/schedule-cases';
export * from './schedule/standard-scenario';
export * from './strategies.module';
