export * from './clock';
export * from './errors';
export * from './ids';
export * from './kept';
export * from './money';
export * from './target-calendar';
export * from './transitions';
export { Temporal } from 'temporal-polyfill';
