import { Refusal } from '@amiable/kernel';

/** What stands in the way of a host; the code says what to do. */
export class HostRefused extends Refusal {
  constructor(
    code: 'NOT_A_HOST' | 'HOST_CLAIMED' | 'HOST_TAKEN' | 'HOST_PROOF_MISSING' | 'BRAND_HAS_HOST' | 'DNS_UNAVAILABLE',
    facts: Record<string, string> = {},
  ) {
    super(code, facts, 'host');
  }
}
