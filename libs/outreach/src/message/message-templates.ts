import type { TemplateKey } from '../template/message-texts';

/** What a collector may choose to send: words of template/ by a channel. A reminder may go by post, as the first letter of a mandate must. */
export const messageTemplates = [
  { key: 'reminder_1', template: 'reminder_1', channel: 'email' },
  { key: 'reminder_2', template: 'reminder_2', channel: 'email' },
  { key: 'free_message', template: 'free_message', channel: 'email' },
  { key: 'promise_confirmation', template: 'promise_confirmation', channel: 'email' },
  { key: 'plan_confirmation', template: 'plan_confirmation', channel: 'email' },
  { key: 'reminder_1_letter', template: 'reminder_1', channel: 'letter' },
  { key: 'reminder_2_letter', template: 'reminder_2', channel: 'letter' },
  { key: 'formal_notice', template: 'formal_notice', channel: 'letter' },
] as const satisfies ReadonlyArray<{ readonly key: string; readonly template: TemplateKey; readonly channel: 'email' | 'letter' }>;
