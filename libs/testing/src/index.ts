export * from './cast';
export { canary, castDay, castId, castPassword, castToken } from './cast-names';
export * from './template-database';
export * from './test-database';
