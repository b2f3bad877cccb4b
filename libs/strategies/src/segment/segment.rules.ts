/** Ways in which a debtor has paid, as movements name them. */
export const paymentMethods = ['card', 'sepa_debit', 'transfer', 'cheque', 'direct'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Segment: which cases follow which scenario. Null asks for nothing. */
export interface Segment {
  /** Null for one that is new. */
  readonly id: string | null;
  readonly name: string;
  /** The scenario line its cases follow. */
  readonly lineId: string;
  readonly debtorKind: 'company' | 'person' | null;
  /** What is open, minor units of the case's currency, both ends included. */
  readonly leastMinor: bigint | null;
  readonly mostMinor: bigint | null;
  /** Our score of the payer, 0 (bad) to 100, both ends included. */
  readonly leastScore: number | null;
  readonly mostScore: number | null;
  readonly languages: readonly string[] | null;
  readonly tags: readonly string[] | null;
  readonly paymentMethods: readonly PaymentMethod[] | null;
}

/** What asks for nothing: of the last segment, and of a new one before it is filled in. */
export const noConditions = {
  debtorKind: null,
  leastMinor: null,
  mostMinor: null,
  leastScore: null,
  mostScore: null,
  languages: null,
  tags: null,
  paymentMethods: null,
} as const satisfies Omit<Segment, 'id' | 'name' | 'lineId'>;

export const mostSegments = 20;

/** What is wrong with a list of segments, by its place (from 1); null when it may be kept. */
export function problemOf(segments: readonly Segment[]): { readonly place: number; readonly code: string; readonly field: string } | null {
  if (segments.length === 0 || segments.length > mostSegments) return { place: 1, code: 'SEGMENTS_COUNT', field: 'name' };
  for (const [i, segment] of segments.entries()) {
    const at = (code: string, field: string) => ({ place: i + 1, code, field });
    const { name, leastMinor, mostMinor, leastScore, mostScore } = segment;
    if (name.trim() === '' || name.length > 80) return at('SEGMENT_NAME_MISSING', 'name');
    if (segments.slice(0, i).some((other) => other.name.trim().toLowerCase() === name.trim().toLowerCase()))
      return at('SEGMENT_NAME_TWICE', 'name');
    if ((leastMinor ?? 0n) < 0n || (mostMinor ?? 0n) < 0n) return at('SEGMENT_AMOUNTS', 'least');
    if (leastMinor !== null && mostMinor !== null && leastMinor > mostMinor) return at('SEGMENT_AMOUNTS', 'most');
    if (!isScore(leastScore) || !isScore(mostScore) || (leastScore ?? 0) > (mostScore ?? 100)) return at('SEGMENT_SCORES', 'leastScore');
    const isLast = i === segments.length - 1;
    // Nothing may fall through, and nothing may stand behind what takes everything.
    if (isLast && !takesAll(segment)) return at('LAST_SEGMENT_TAKES_ALL', 'name');
    if (!isLast && takesAll(segment)) return at('SEGMENT_TAKES_ALL', 'name');
  }
  return null;
}

/** It has no condition: every case that comes to it stays. */
export function takesAll(segment: Segment): boolean {
  return Object.keys(noConditions).every((name) => segment[name as keyof typeof noConditions] === null);
}

const isScore = (score: number | null) => score === null || (Number.isInteger(score) && score >= 0 && score <= 100);
