/** The templates a collector may choose, with their channel; the words stand in template/. */
export const messageTemplates = [
  { key: 'reminder_1', channel: 'email' },
  { key: 'reminder_2', channel: 'email' },
  { key: 'free_message', channel: 'email' },
  { key: 'promise_confirmation', channel: 'email' },
  { key: 'plan_confirmation', channel: 'email' },
  { key: 'formal_notice', channel: 'letter' },
] as const;
