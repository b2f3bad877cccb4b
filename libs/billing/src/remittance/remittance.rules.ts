import { percentOf } from '@amiable/kernel';

/** One movement as a remittance reckons it; minor units, signed. */
export interface RemittableMovement {
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly direct: boolean;
}

export interface RemittanceSums {
  /** Trust money of the client: receipts minus refunds and chargebacks, without direct payments. */
  readonly fundsMinor: bigint;
  /** Success fees excl. VAT, direct payments included. */
  readonly feesMinor: bigint;
  /** VAT, reckoned once on the invoice total, never per line (golden 5-A: 126.28, not 126.27). */
  readonly vatMinor: bigint;
  /** Fees incl. VAT withheld from the funds; nothing when the mandate remits gross. */
  readonly setOffMinor: bigint;
  readonly paidOutMinor: bigint;
}

/** Reversement net or gross. Fees are withheld only as far as there are funds; the rest of the invoice stays payable. */
export function reckonRemittance(movements: readonly RemittableMovement[], mode: 'net' | 'gross', vatPercent: string): RemittanceSums {
  const fundsMinor = movements.reduce((sum, m) => sum + (m.direct ? 0n : m.amountMinor), 0n);
  const feesMinor = movements.reduce((sum, m) => sum + m.feeMinor, 0n);
  const vatMinor = percentOf(feesMinor, vatPercent);
  const invoice = feesMinor + vatMinor;
  const setOffMinor = mode === 'gross' || invoice <= 0n || fundsMinor <= 0n ? 0n : invoice < fundsMinor ? invoice : fundsMinor;
  return { fundsMinor, feesMinor, vatMinor, setOffMinor, paidOutMinor: fundsMinor - setOffMinor };
}
