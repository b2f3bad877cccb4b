import type { Tone } from '@amiable/web-kit';
import type { ClientCaseStage, ClientCaseState, ClientDisputeState, ClientInvoiceState, ClientRemittanceState } from '@documents';

/** One colour for one meaning on every screen. Words always stand beside it. */
export const stateTone: Record<ClientCaseState, Tone> = { OPEN: 'info', ON_HOLD: 'warning', CLOSED: 'neutral' };
export const stageTone: Record<ClientCaseStage, Tone> = {
  BEFORE_DUE: 'neutral',
  REMINDER: 'info',
  CALL: 'warning',
  FORMAL_NOTICE: 'danger',
};
export const invoiceTone: Record<ClientInvoiceState, Tone> = {
  OPEN: 'info',
  PARTLY_PAID: 'info',
  PAID: 'ok',
  DISPUTED: 'dispute',
  CREDIT_NOTE: 'neutral',
};
export const disputeTone: Record<ClientDisputeState, Tone> = { OPEN: 'dispute', UPHELD: 'ok', REJECTED: 'neutral' };
export const remittanceTone: Record<ClientRemittanceState, Tone> = { ORDERED: 'info', PAID_OUT: 'ok' };
