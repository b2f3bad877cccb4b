import { alertKinds, limitStandings } from '@amiable/insights';
import { templateKeys, textFields } from '@amiable/outreach';
import { registerEnumType } from '@nestjs/graphql';

/** The schema's names of the words in the database: SCREAMING_CASE for the same word in lower case. */
function enumOf<const W extends string>(name: string, ...words: readonly W[]): { [K in Uppercase<W>]: Lowercase<K> } {
  const made = Object.fromEntries(words.map((word) => [word.toUpperCase(), word])) as never;
  registerEnumType(made, { name });
  return made;
}

export const CaseOccasion = enumOf('CaseOccasion', 'ready', 'promise_due', 'broken_promise', 'dispute_answered', 'replied');
export const AlertKind = enumOf('AlertKind', ...alertKinds);
export const RefundState = enumOf('RefundState', 'asked', 'approved', 'done', 'refused', 'failed');
export const ApprovalKind = enumOf('ApprovalKind', 'plan', 'refund');
export const ApprovalState = enumOf('ApprovalState', 'waiting', 'approved', 'refused', 'gone');
export const ReviewVerdict = enumOf('ReviewVerdict', 'pass', 'fail', 'na');
export const ThresholdUnit = enumOf('ThresholdUnit', 'euros', 'days', 'points', 'percent');
export const Hat = enumOf('Hat', 'client_name', 'agency');
/** What is written, and so has templates; a call has not. */
export const WrittenChannel = enumOf('WrittenChannel', 'email', 'letter');
export const TemplateKey = enumOf('TemplateKey', ...templateKeys);
export const TemplateState = enumOf('TemplateState', 'draft', 'active', 'retired');
export const TemplateTone = enumOf('TemplateTone', 'kind', 'firm', 'last', 'neutral');
export const TemplateField = enumOf('TemplateField', ...textFields);
export const LimitStanding = enumOf('LimitStanding', ...limitStandings);
export const CaseState = enumOf('CaseState', 'open', 'on_hold', 'closed');
export const CaseStage = enumOf('CaseStage', 'before_due', 'reminder', 'call', 'formal_notice');
/** Why nobody may be asked for money any more. */
export const StopReason = enumOf('StopReason', 'deceased', 'insolvent');
export const CloseReason = enumOf('CloseReason', 'paid', 'withdrawn', 'uncollectible');
export const Channel = enumOf('Channel', 'email', 'letter', 'call');
/** What a step of a scenario does; a task is work inside the house. */
export const StepChannel = enumOf('StepChannel', 'email', 'letter', 'call', 'task');
export const StepMode = enumOf('StepMode', 'automatic', 'confirmed', 'manual');
export const StepTemplate = enumOf('StepTemplate', 'before_due', 'reminder_1', 'reminder_2', 'formal_notice');
export const ScenarioState = enumOf('ScenarioState', 'draft', 'active', 'retired');
export const ExperimentArm = enumOf('ExperimentArm', 'champion', 'challenger', 'holdout');
/** The words of strategies. */
export const ExperimentVerdict = {
  TOO_EARLY: 'TOO_EARLY',
  BETTER: 'BETTER',
  WORSE: 'WORSE',
  NO_DIFFERENCE_SEEN: 'NO_DIFFERENCE_SEEN',
} as const;
registerEnumType(ExperimentVerdict, { name: 'ExperimentVerdict' });
export const DebtorKind = enumOf('DebtorKind', 'company', 'person');
export const ContactRole = enumOf('ContactRole', 'accountant', 'director', 'buyer', 'approver', 'other');
export const MeansKind = enumOf('MeansKind', 'email', 'phone');
export const MeansValidity = enumOf('MeansValidity', 'good', 'wrong', 'bounced', 'former');
export const MeansConsent = enumOf('MeansConsent', 'unknown', 'given', 'refused');
/** What is missing in a debtor's file. */
export const DataGap = enumOf('DataGap', 'email', 'phone', 'address', 'address_returned', 'siren', 'contact', 'vat_number');
export const TwinReason = enumOf('TwinReason', 'siren', 'iban', 'email', 'phone', 'name');
export const PayerGrade = enumOf('PayerGrade', 'a', 'b', 'c', 'd', 'e');
export const PromiseState = enumOf('PromiseState', 'open', 'kept', 'partly_kept', 'broken', 'cancelled');
export const PlanState = enumOf(
  'PlanState',
  'requested',
  'refused',
  'proposed',
  'active',
  'late',
  'completed',
  'broken',
  'cancelled',
  'replaced',
);
export const PlanFrequency = enumOf('PlanFrequency', 'weekly', 'fortnightly', 'monthly');
/** Where the odd cents go; the words of the kernel. */
export const PlanRounding = { LAST: 'LAST', FIRST: 'FIRST', SPREAD: 'SPREAD' } as const;
registerEnumType(PlanRounding, { name: 'PlanRounding' });
/** What of the mandate a plan is outside of; the words of resolution. */
export const PlanClause = {
  TOO_LONG: 'TOO_LONG',
  INSTALMENT_TOO_SMALL: 'INSTALMENT_TOO_SMALL',
  FIRST_TOO_SMALL: 'FIRST_TOO_SMALL',
  FIRST_TOO_LATE: 'FIRST_TOO_LATE',
  FREQUENCY: 'FREQUENCY',
} as const;
registerEnumType(PlanClause, { name: 'PlanClause' });
export const PlanApprover = enumOf('PlanApprover', 'manager', 'client');
export const InstalmentState = enumOf('InstalmentState', 'kept', 'to_come', 'due', 'late');
export const DisputeState = enumOf('DisputeState', 'open', 'upheld', 'rejected');
export const DisputeReason = enumOf(
  'DisputeReason',
  'not_received',
  'defective',
  'wrong_amount',
  'price',
  'quantity',
  'duplicate',
  'already_paid',
  'not_mine',
  'other',
);
export const AnswerKind = enumOf(
  'AnswerKind',
  'already_paid',
  'promise',
  'payment_run',
  'dispute',
  'not_me',
  'contact_change',
  'hardship',
  'call_back',
  'message',
  'preferences',
);
export const AnswerState = enumOf('AnswerState', 'open', 'confirmed', 'refused', 'done');
export const AnswerOutcome = enumOf('AnswerOutcome', 'confirmed', 'refused', 'done');
export const CallOutcome = enumOf(
  'CallOutcome',
  'promised',
  'paid_already',
  'call_back',
  'disputed',
  'refused',
  'voicemail',
  'no_answer',
  'third_party',
  'not_me',
  'wrong_number',
);
export const SnoozeReason = enumOf(
  'SnoozeReason',
  'payment_announced',
  'not_reachable',
  'bad_moment',
  'waits_for_client',
  'needs_a_colleague',
  'not_worth_it',
);
export const InvoiceState = enumOf('InvoiceState', 'open', 'partly_paid', 'paid', 'disputed', 'credit_note');
export const ActorKind = enumOf('ActorKind', 'staff', 'client', 'debtor', 'system');
export const ImportMode = enumOf('ImportMode', 'all_or_nothing', 'good_lines');
export const ImportState = enumOf('ImportState', 'previewed', 'done', 'refused');
export const RemittanceState = enumOf('RemittanceState', 'ordered', 'paid_out');
export const PaymentMethod = enumOf('PaymentMethod', 'card', 'sepa_debit', 'transfer', 'cheque', 'direct');
export const MovementKind = enumOf('MovementKind', 'payment', 'refund', 'chargeback', 'chargeback_won');
export const BulkActKind = enumOf('BulkActKind', 'assign', 'hold', 'message', 'tag', 'untag');
export const SearchMatch = enumOf('SearchMatch', 'reference', 'name', 'both', 'alike', 'phone', 'email', 'number', 'amount');
export const CaseOrder = enumOf('CaseOrder', 'rank', 'newest', 'oldest_due', 'largest');

/** One word of an enum, as the database writes it. */
export type WordOf<E> = E[keyof E] & string;
