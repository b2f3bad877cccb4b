import { Refusal } from '@amiable/kernel';

/** Why money does not go back, or not now, or not by this person. */
export class RefundRefused extends Refusal {
  constructor(
    code:
      | 'NOTHING_TO_REFUND'
      | 'REFUND_TOO_LARGE'
      | 'REFUND_SPLIT'
      | 'REFUND_NEEDS_ANOTHER'
      | 'TEXT_MISSING'
      | 'NOT_AN_AMOUNT'
      | 'REFUND_NOT_BY_HAND'
      | 'LIMIT_OUT_OF_BOUNDS'
      | 'DAY_IN_FUTURE',
    facts: Record<string, string> = {},
    field: string | null = null,
  ) {
    super(code, facts, field ?? undefined);
  }
}

/** The provider will not send it back, now or ever: a person decides what to do instead. */
export class ProviderRefusedRefund extends Error {}
