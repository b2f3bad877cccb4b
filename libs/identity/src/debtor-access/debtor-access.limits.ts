import type { Limit } from '@amiable/platform';

/** trust.md 3.1: a code is a throttled secret. Tries of one case, from one network, and at one brand. */
export const caseLimit: Limit = { name: 'code-case', hits: 5, seconds: 3600 };
export const networkLimit: Limit = { name: 'code-network', hits: 10, seconds: 3600 };
export const brandLimit: Limit = { name: 'code-brand', hits: 100, seconds: 60 };

/** "Is this letter real?" is asked apart, so that asking never costs a try of the code. */
export const verifyNetworkLimit: Limit = { name: 'verify-network', hits: 10, seconds: 3600 };
export const verifyBrandLimit: Limit = { name: 'verify-brand', hits: 100, seconds: 60 };

/** How long a closed case still opens, in days. */
export const closedCaseOpensDays = 30;
