/** A hundred million, in minor units: a limit beyond is a slip of the hand. */
export const mostCreditMinor = 100_000_000_00n;
