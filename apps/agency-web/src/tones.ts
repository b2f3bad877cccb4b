import type { Tone } from '@amiable/web-kit';
import type {
  AnswerState,
  CaseStage,
  CaseState,
  DisputeState,
  ImportState,
  InvoiceState,
  LimitStanding,
  PayerGrade,
  PlanState,
  PromiseState,
  RemittanceState,
} from '@documents';

/** One colour for one meaning on every screen. Words always stand beside it. */
export const stateTone: Record<CaseState, Tone> = { OPEN: 'info', ON_HOLD: 'warning', CLOSED: 'neutral' };
export const stageTone: Record<CaseStage, Tone> = { BEFORE_DUE: 'neutral', REMINDER: 'info', CALL: 'warning', FORMAL_NOTICE: 'danger' };
export const invoiceTone: Record<InvoiceState, Tone> = {
  OPEN: 'info',
  PARTLY_PAID: 'info',
  PAID: 'ok',
  DISPUTED: 'dispute',
  CREDIT_NOTE: 'neutral',
};
export const promiseTone: Record<PromiseState, Tone> = {
  OPEN: 'info',
  KEPT: 'ok',
  PARTLY_KEPT: 'warning',
  BROKEN: 'danger',
  CANCELLED: 'neutral',
};
export const limitTone: Record<LimitStanding, Tone> = { WITHIN: 'neutral', NEAR: 'warning', PASSED: 'danger' };
export const payerTone: Record<PayerGrade, Tone> = { A: 'ok', B: 'ok', C: 'info', D: 'warning', E: 'danger' };
export const planTone: Record<PlanState, Tone> = {
  REQUESTED: 'warning',
  REFUSED: 'neutral',
  PROPOSED: 'info',
  ACTIVE: 'info',
  LATE: 'danger',
  COMPLETED: 'ok',
  BROKEN: 'danger',
  CANCELLED: 'neutral',
  REPLACED: 'neutral',
};
export const answerTone: Record<AnswerState, Tone> = { OPEN: 'warning', CONFIRMED: 'ok', REFUSED: 'neutral', DONE: 'ok' };
export const disputeTone: Record<DisputeState, Tone> = { OPEN: 'dispute', UPHELD: 'ok', REJECTED: 'neutral' };
export const importTone: Record<ImportState, Tone> = { PREVIEWED: 'info', DONE: 'ok', REFUSED: 'danger' };
export const remittanceTone: Record<RemittanceState, Tone> = { ORDERED: 'info', PAID_OUT: 'ok' };
