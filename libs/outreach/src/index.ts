import './outreach.abilities';

export * from './call/call-outcome.rules';
export * from './call/log-call';
export * from './link/revoke-links';
export * from './message/gather-facts';
export * from './message/load-message-case';
export * from './message/may-leave.rules';
export * from './message/message-templates';
export * from './message/message.states';
export * from './message/send-message';
export * from './message/send-messages';
export * from './message/sender';
export { referenceOf } from './message/settle-message';
export * from './outreach.module';
export * from './template/message-facts';
export * from './template/render-message';
