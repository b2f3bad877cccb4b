import type { Limit } from '@amiable/platform';

/** Tries of one account from one network. */
export const accountLimit: Limit = { name: 'sign-in-account', hits: 8, seconds: 15 * 60 };
/** Tries of all accounts from one network; a success is given back, so that an office may come in at nine. */
export const networkLimit: Limit = { name: 'sign-in-network', hits: 40, seconds: 15 * 60 };
/** Tries of one account by browsers that never signed in to it, from however many networks. */
export const strangerLimit: Limit = { name: 'sign-in-stranger', hits: 40, seconds: 60 * 60 };
/** Tries by one browser that did: strangers cannot use these up. */
export const deviceLimit: Limit = { name: 'sign-in-device', hits: 8, seconds: 15 * 60 };
