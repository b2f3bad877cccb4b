import { createHash } from 'node:crypto';
import type { AfterSuccess, CardInstrument, Decline } from './objects/instrument';

interface TestCard {
  brand: string;
  country?: string;
  challenge?: true;
  decline?: Decline;
  declineLater?: Decline;
  after?: AfterSuccess;
}

const declined = (declineCode: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  declineCode,
  message,
});

/** The numbers of docs.stripe.com/testing that matter here. Any other number is declined, as in Stripe's test mode. */
export const TEST_CARDS: Readonly<Record<string, TestCard>> = {
  '4242424242424242': { brand: 'visa' },
  '4000056655665556': { brand: 'visa' },
  '5555555555554444': { brand: 'mastercard' },
  '2223003122003222': { brand: 'mastercard' },
  '378282246310005': { brand: 'amex' },
  '4000002500001001': { brand: 'cartes_bancaires', country: 'FR' },
  '4000002500000003': { brand: 'visa', country: 'FR' },
  '4000000000000002': { brand: 'visa', decline: declined('generic_decline') },
  '4000000000009995': { brand: 'visa', decline: declined('insufficient_funds', 'Your card has insufficient funds.') },
  '4000000000009987': { brand: 'visa', decline: declined('lost_card') },
  '4000000000009979': { brand: 'visa', decline: declined('stolen_card') },
  '4000000000006975': { brand: 'visa', decline: declined('card_velocity_exceeded') },
  '4000000000000069': {
    brand: 'visa',
    decline: { code: 'expired_card', declineCode: 'expired_card', message: 'Your card has expired.' },
  },
  '4000000000000127': {
    brand: 'visa',
    decline: { code: 'incorrect_cvc', declineCode: 'incorrect_cvc', message: "Your card's security code is incorrect." },
  },
  '4000000000000119': {
    brand: 'visa',
    decline: {
      code: 'processing_error',
      declineCode: 'processing_error',
      message: 'An error occurred while processing your card. Try again in a little bit.',
    },
  },
  // Can be kept; every charge of it is refused.
  '4000000000000341': { brand: 'visa', declineLater: declined('generic_decline') },
  '4000002500003155': { brand: 'visa', challenge: true },
  '4000002760003184': { brand: 'visa', challenge: true },
  '4000000000003220': { brand: 'visa', challenge: true },
  '4000008400001629': { brand: 'visa', challenge: true, decline: declined('generic_decline') },
  '4000000000000259': { brand: 'visa', after: { kind: 'dispute', reason: 'fraudulent' } },
  '4000000000002685': { brand: 'visa', after: { kind: 'dispute', reason: 'product_not_received' } },
  '4000000000001976': { brand: 'visa', after: { kind: 'dispute', reason: 'fraudulent', inquiry: true } },
  '4000000000005126': { brand: 'visa', after: { kind: 'refund_fails' } },
  '4000000000007726': { brand: 'visa', after: { kind: 'refund_pending' } },
};

/** Stripe's named payment methods, for intents confirmed by the API. */
export const TEST_PAYMENT_METHODS: Readonly<Record<string, string>> = {
  pm_card_visa: '4242424242424242',
  pm_card_mastercard: '5555555555554444',
  pm_card_fr: '4000002500000003',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_chargeDeclined: '4000000000000002',
  pm_card_visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_authenticationRequired: '4000002760003184',
  pm_card_threeDSecure2Required: '4000000000003220',
  pm_card_createDispute: '4000000000000259',
  pm_card_refundFail: '4000000000005126',
};

export interface CardEntry {
  number: string;
  expMonth: number;
  expYear: number;
}

/** Keeps what may be kept of a card; the number itself is forgotten here. */
export function instrumentOfCard({ number, expMonth, expYear }: CardEntry): CardInstrument {
  const known = TEST_CARDS[number];
  return {
    type: 'card',
    brand: known?.brand ?? 'unknown',
    last4: number.slice(-4),
    country: known?.country ?? 'US',
    expMonth,
    expYear,
    fingerprint: fingerprint(number),
    challenge: known?.challenge ?? false,
    decline: known ? known.decline : NOT_A_TEST_CARD,
    declineLater: known?.declineLater,
    after: known?.after,
  };
}

const NOT_A_TEST_CARD = declined(
  'test_mode_live_card',
  'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
);

export const fingerprint = (value: string): string =>
  createHash('sha256').update(`local-stripe:${value}`).digest('base64url').replaceAll(/[-_]/g, 'x').slice(0, 16);
