import { states } from '@amiable/kernel';

export type RemittanceState = 'ordered' | 'paid_out';

/** Reversement: ordered at the bank, then seen on its statement. */
export const remittanceStates = states<RemittanceState>({
  of: 'Remittance',
  initial: ['ordered'],
  exits: { ordered: ['paid_out'], paid_out: [] },
});
