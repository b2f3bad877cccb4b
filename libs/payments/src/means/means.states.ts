import { states } from '@amiable/kernel';

export type MeansState = 'asked' | 'on_file' | 'failed' | 'removed';

/** Moyen de paiement: asked for on the provider's page, then on file or not; removed for good when the debtor says so. */
export const meansStates = states<MeansState>({
  of: 'PaymentMeans',
  initial: ['asked', 'on_file'],
  exits: { asked: ['on_file', 'failed'], on_file: ['removed'], failed: ['on_file'], removed: [] },
});
