import type { Temporal } from '@amiable/kernel';

export type DebtorKind = 'person' | 'company';

/** So many of a kind of contact in so many consecutive days, the day itself among them. */
export interface Cap {
  readonly most: number;
  readonly days: number;
}

/** When and how often somebody may be contacted. A product choice, stricter than any text (domain.md 1.6). */
export interface ContactPolicy {
  /** 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Local time of the debtor, `hh:mm`; the end is not part of it. */
  readonly from: string;
  readonly until: string;
  /** Calls, whether answered or not. */
  readonly attempts: readonly Cap[];
  /** Calls in which somebody was spoken to. */
  readonly talks: readonly Cap[];
  /** E-mails and letters that ask for money. */
  readonly written: readonly Cap[];
}

export const contactPolicies: Readonly<Record<DebtorKind, ContactPolicy>> = {
  person: {
    weekdays: [1, 2, 3, 4, 5, 6],
    from: '09:00',
    until: '19:30',
    attempts: [
      { most: 3, days: 7 },
      { most: 4, days: 30 },
    ],
    talks: [{ most: 1, days: 7 }],
    written: [{ most: 2, days: 7 }],
  },
  company: {
    weekdays: [1, 2, 3, 4, 5],
    from: '08:30',
    until: '18:30',
    attempts: [
      { most: 5, days: 7 },
      { most: 12, days: 30 },
    ],
    talks: [{ most: 3, days: 7 }],
    written: [{ most: 3, days: 7 }],
  },
};

/** What happened between somebody and us, whoever of our clients it was for. */
export interface Contact {
  readonly on: Temporal.PlainDate;
  readonly kind: 'attempt' | 'talk' | 'written';
}

/** Templates that ask for what is late, and so use up the budget; the database counts the same (`asks_for_money`). */
export const askingTemplates: readonly string[] = ['reminder_1', 'reminder_2', 'free_message', 'formal_notice'];
