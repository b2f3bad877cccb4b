/** Codes of the provider that say the holder did not approve at the bank (3-D Secure), whatever the card itself would have said. */
const approvalCodes = new Set([
  'authentication_required',
  'payment_intent_authentication_failure',
  'card_not_authenticated',
  'authentication_not_handled',
]);

/**
 * Who said no, when a payment brought no money: the card's bank, the holder who did not approve, or the bank of a debit.
 * Null: nobody refused (it went through, is under way, or was left without a try).
 */
export function refusedBy(state: string, failure: string | null): 'card' | 'approval' | 'debit' | null {
  if (state === 'failed') return failure && approvalCodes.has(failure) ? 'approval' : 'debit'; // only a debit is refused after it was accepted
  if (!failure || (state !== 'cancelled' && state !== 'expired')) return null;
  return approvalCodes.has(failure) ? 'approval' : 'card';
}
