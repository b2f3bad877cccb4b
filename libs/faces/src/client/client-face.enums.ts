import { registerEnumType } from '@nestjs/graphql';

// Left: what the schema says. Right: what the tables hold.

export const ClientCaseState = { OPEN: 'open', ON_HOLD: 'on_hold', CLOSED: 'closed' } as const;
export const ClientCaseStage = { BEFORE_DUE: 'before_due', REMINDER: 'reminder', CALL: 'call', FORMAL_NOTICE: 'formal_notice' } as const;
export const ClientCloseReason = { PAID: 'paid', WITHDRAWN: 'withdrawn', UNCOLLECTIBLE: 'uncollectible' } as const;
export const ClientInvoiceState = {
  OPEN: 'open',
  PARTLY_PAID: 'partly_paid',
  PAID: 'paid',
  DISPUTED: 'disputed',
  CREDIT_NOTE: 'credit_note',
} as const;
export const ClientDisputeReason = {
  NOT_RECEIVED: 'not_received',
  DEFECTIVE: 'defective',
  WRONG_AMOUNT: 'wrong_amount',
  PRICE: 'price',
  QUANTITY: 'quantity',
  DUPLICATE: 'duplicate',
  ALREADY_PAID: 'already_paid',
  NOT_MINE: 'not_mine',
  OTHER: 'other',
} as const;
export const ClientDisputeState = { OPEN: 'open', UPHELD: 'upheld', REJECTED: 'rejected' } as const;
export const ClientRemittanceState = { ORDERED: 'ordered', PAID_OUT: 'paid_out' } as const;
export const ClientActorKind = { STAFF: 'staff', CLIENT: 'client', DEBTOR: 'debtor', SYSTEM: 'system' } as const;
export const ClientPaymentMethod = {
  CARD: 'card',
  SEPA_DEBIT: 'sepa_debit',
  TRANSFER: 'transfer',
  CHEQUE: 'cheque',
  DIRECT: 'direct',
} as const;
export const ClientMovementKind = {
  PAYMENT: 'payment',
  REFUND: 'refund',
  CHARGEBACK: 'chargeback',
  CHARGEBACK_WON: 'chargeback_won',
} as const;
/** What is missing in a debtor's file. */
export const ClientDataGap = {
  EMAIL: 'email',
  PHONE: 'phone',
  ADDRESS: 'address',
  ADDRESS_RETURNED: 'address_returned',
  SIREN: 'siren',
  CONTACT: 'contact',
  VAT_NUMBER: 'vat_number',
} as const;
export const ClientCaseOrder = { NEWEST: 'newest', OLDEST: 'oldest', LARGEST: 'largest' } as const;

/** What a row may hold: one of the values of the enum. */
export type ValueOf<E> = E[keyof E];

for (const [name, values] of Object.entries({
  ClientCaseState,
  ClientCaseStage,
  ClientCloseReason,
  ClientInvoiceState,
  ClientDisputeReason,
  ClientDisputeState,
  ClientRemittanceState,
  ClientActorKind,
  ClientPaymentMethod,
  ClientMovementKind,
  ClientCaseOrder,
  ClientDataGap,
}))
  registerEnumType(values, { name });
