import type { SepaInstrument } from './objects/instrument';
import { fingerprint } from './test-cards';

type Behaviour = Pick<SepaInstrument, 'settles' | 'slow' | 'after'>;

const RETURNED = { kind: 'dispute', reason: 'debit_not_authorized' } as const;

/** The French and German accounts of docs.stripe.com/payments/sepa-debit. Any other valid IBAN succeeds. */
export const TEST_IBANS: Readonly<Record<string, Behaviour>> = {
  FR1420041010050500013M02606: { settles: 'succeeded', slow: false },
  FR3020041010050500013M02609: { settles: 'succeeded', slow: true },
  FR8420041010050500013M02607: { settles: 'failed', slow: false },
  FR7920041010050500013M02600: { settles: 'failed', slow: true },
  FR5720041010050500013M02608: { settles: 'succeeded', slow: false, after: RETURNED },
  DE89370400440532013000: { settles: 'succeeded', slow: false },
  DE08370400440532013003: { settles: 'succeeded', slow: true },
  DE62370400440532013001: { settles: 'failed', slow: false },
  DE78370400440532013004: { settles: 'failed', slow: true },
  DE35370400440532013002: { settles: 'succeeded', slow: false, after: RETURNED },
};

/** Check digits of ISO 13616 (mod 97). */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(sign, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}

export const compactIban = (typed: string): string => typed.replaceAll(/[\s.-]/g, '').toUpperCase();

export function instrumentOfIban(iban: string): SepaInstrument {
  const bank = iban.slice(4);
  return {
    type: 'sepa_debit',
    bankCode: iban.startsWith('FR') ? bank.slice(0, 5) : bank.slice(0, 8),
    branchCode: iban.startsWith('FR') ? bank.slice(5, 10) : '',
    country: iban.slice(0, 2),
    last4: iban.slice(-4),
    fingerprint: fingerprint(iban),
    settles: 'succeeded',
    slow: false,
    ...TEST_IBANS[iban],
  };
}
