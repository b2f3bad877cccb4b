/** What completeness is reckoned from; null is what is not known. */
export interface QualityFacts {
  readonly kind: 'company' | 'person';
  readonly email: string | null;
  readonly phone: string | null;
  readonly addressLine: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** A letter to the address came back. */
  readonly addressReturned: boolean;
  readonly siren: string | null;
  readonly vatNumber: string | null;
  /** People known at a company. */
  readonly contacts: number;
}

export type QualityGap = 'email' | 'phone' | 'address' | 'address_returned' | 'siren' | 'contact' | 'vat_number';

export interface DataQuality {
  /** 0 to 100; 100 is all that helps to reach the debtor and to name him rightly. */
  readonly score: number;
  /** What is missing with what it would add, what is worth asking for next first. */
  readonly missing: ReadonlyArray<{ readonly code: QualityGap; readonly points: number }>;
}

/** Qualité de la fiche: a weight for each thing that helps to reach somebody; the column debtors.data_quality holds the same figure. */
export function dataQuality(facts: QualityFacts): DataQuality {
  const isCompany = facts.kind === 'company';
  const hasAddress = facts.addressLine !== null && facts.postcode !== null && facts.city !== null;
  const parts: ReadonlyArray<readonly [QualityGap, number, boolean]> = [
    ['email', isCompany ? 25 : 35, facts.email !== null],
    ['phone', isCompany ? 20 : 35, facts.phone !== null],
    [hasAddress && facts.addressReturned ? 'address_returned' : 'address', isCompany ? 20 : 30, hasAddress && !facts.addressReturned],
    ...(isCompany
      ? ([
          ['siren', 15, facts.siren !== null],
          ['contact', 15, facts.contacts > 0],
          ['vat_number', 5, facts.vatNumber !== null],
        ] as const)
      : []),
  ];
  return {
    score: parts.reduce((sum, [, points, known]) => sum + (known ? points : 0), 0),
    missing: parts.filter(([, , known]) => !known).map(([code, points]) => ({ code, points })),
  };
}
