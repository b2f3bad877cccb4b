import { states } from '@amiable/kernel';

export type PaymentState = 'started' | 'processing' | 'succeeded' | 'failed' | 'cancelled' | 'expired';

/** What a debtor began to pay. Only re-read facts of the provider move it; a late success beats an earlier end. */
export const paymentStates = states<PaymentState>({
  of: 'Payment',
  initial: ['started'],
  exits: {
    started: ['processing', 'succeeded', 'failed', 'cancelled', 'expired'],
    processing: ['succeeded', 'failed'],
    succeeded: ['failed'], // a SEPA debit may be returned after it was reported as paid
    failed: ['succeeded', 'processing'],
    cancelled: ['processing', 'succeeded'],
    expired: ['processing', 'succeeded'],
  },
});
