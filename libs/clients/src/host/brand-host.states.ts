import { states } from '@amiable/kernel';

export type BrandHostState = 'pending' | 'verified' | 'revoked';

/** A host is used only while it is verified; who leaves is revoked first, and a new claim proves itself anew. */
export const brandHostStates = states<BrandHostState>({
  of: 'BrandHost',
  initial: ['pending'],
  exits: { pending: ['verified', 'revoked'], verified: ['revoked'], revoked: [] },
});
