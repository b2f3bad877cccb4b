import { DayScalar, DecimalScalar, InstantScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  CaseStage,
  CaseState,
  CallOutcome,
  CloseReason,
  DisputeReason,
  PlanFrequency,
  CaseOccasion,
  LimitStanding,
  PlanRounding,
  PlanState,
  PromiseState,
  SnoozeReason,
  type WordOf,
} from './case.agency.enums';
import { BrandStripe, CaseSummary } from './case-summary.agency.types';

@InputType()
export class CaseFilter {
  @Field(() => ID, { nullable: true }) clientId?: string | null;
  @Field(() => CaseState, { nullable: true }) state?: WordOf<typeof CaseState> | null;
  @Field(() => CaseStage, { nullable: true }) stage?: WordOf<typeof CaseStage> | null;
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => Boolean, { nullable: true }) disputed?: boolean | null;
  @Field(() => String, { nullable: true, description: 'A colleague, or `nobody`.' }) owner?: string | null;
  @Field(() => DecimalScalar, { nullable: true }) leastOpen?: string | null;
  @Field(() => DecimalScalar, { nullable: true }) mostOpen?: string | null;
  @Field(() => Int, { nullable: true, description: 'Oldest open invoice at least so many days late.' }) leastDaysLate?: number | null;
  @Field(() => Int, { nullable: true }) mostDaysLate?: number | null;
  @Field(() => String, { nullable: true }) tag?: string | null;
  @Field(() => PromiseState, { nullable: true }) promise?: WordOf<typeof PromiseState> | null;
  @Field(() => PlanState, { nullable: true }) plan?: WordOf<typeof PlanState> | null;
  @Field(() => String, { nullable: true, description: 'Language of the debtor.' }) language?: string | null;
  @Field(() => Int, { nullable: true, description: 'The file of the debtor is at most so complete, 0 to 100.' })
  mostDataQuality?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'The debtor may exist twice and nobody has decided.' }) hasTwins?: boolean | null;
  @Field(() => CaseOccasion, {
    nullable: true,
    description: 'To be worked now; a promise due today; what was broken, answered or written and waits for a collector.',
  })
  occasion?: WordOf<typeof CaseOccasion> | null;
  @Field(() => Int, { nullable: true, description: 'No act was done for so many days, or ever.' }) silentDays?: number | null;
  @Field(() => LimitStanding, { nullable: true, description: 'Open cases whose limit is passed, or near.' })
  limit?: WordOf<typeof LimitStanding> | null;
}

@ObjectType()
export class PromiseDue {
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => BrandStripe) brand: BrandStripe;
  @Field(() => Money) amount: Money;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => PromiseState) state: WordOf<typeof PromiseState>;
  @Field(() => [String], { description: 'Numbers of the invoices it is for; none for the whole case.' }) invoiceNumbers: string[];
}

@ObjectType({ description: 'A call the debtor was promised, at its time.' })
export class CallBackDue {
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => BrandStripe) brand: BrandStripe;
  @Field(() => InstantScalar) at: string;
  @Field(() => Money) open: Money;
}

@ObjectType()
export class MyDay {
  @Field(() => DayScalar) day: string;
  @Field(() => Int) toDo: number;
  @Field(() => Int) doneToday: number;
  @Field(() => Int) promisesDueToday: number;
  @Field(() => Int) brokenPromises: number;
  @Field(() => Int) disputesWaiting: number;
  @Field(() => [Money]) collectedToday: Money[];
  @Field(() => [Money]) collectedThisMonth: Money[];
  @Field(() => [CaseSummary]) next: CaseSummary[];
  @Field(() => [PromiseDue]) promisesDue: PromiseDue[];
  @Field(() => [CallBackDue], { description: 'Of today and before, the next first.' }) callBacks: CallBackDue[];
  @Field(() => Int) disputesAnswered: number;
  @Field(() => Int, { description: 'Cases on which the debtor did something in the last three days and nobody of us since.' })
  newReplies: number;
  @Field(() => Int, { description: 'Steps that wait for a confirmation.' }) toConfirm: number;
}

@InputType()
export class LogCallInput {
  @Field(() => ID) caseId: string;
  @Field(() => CallOutcome) outcome: WordOf<typeof CallOutcome>;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => DayScalar, { nullable: true }) callBackOn?: string | null;
  @Field(() => String, { nullable: true, description: 'The agreed time of that day at the agency, `hh:mm`.' }) callBackTime?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'The debtor called us.' }) inbound?: boolean | null;
  @Field(() => String, { nullable: true, description: 'After a wrong number: the right one, when it is known.' })
  rightPhone?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class RecordPromiseInput {
  @Field(() => ID) caseId: string;
  @Field(() => DecimalScalar) amount: string;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Boolean, { nullable: true }) confirmByEmail?: boolean | null;
  @Field(() => [ID], { nullable: true, description: 'The invoices it is for; none for the whole case.' }) invoiceIds?: string[] | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class UndoPromiseInput {
  @Field(() => ID) caseId: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class SendMessageInput {
  @Field(() => ID) caseId: string;
  @Field(() => String) template: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, { nullable: true, description: 'Somebody at the company instead of its own address; e-mails only.' })
  contactId?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class RecallMessageInput {
  @Field(() => ID) messageId: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class OpenDisputeInput {
  @Field(() => ID) caseId: string;
  @Field(() => ID) invoiceId: string;
  @Field(() => DisputeReason) reason: WordOf<typeof DisputeReason>;
  @Field(() => DecimalScalar, { nullable: true }) amount?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class CloseDisputeInput {
  @Field(() => ID) disputeId: string;
  @Field(() => Boolean) upheld: boolean;
  @Field(() => String) answer: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class AgreePlanInput {
  @Field(() => ID) caseId: string;
  @Field(() => Int) instalments: number;
  @Field(() => DayScalar) firstDueOn: string;
  @Field(() => PlanFrequency, { nullable: true }) frequency?: WordOf<typeof PlanFrequency> | null;
  @Field(() => PlanRounding, { nullable: true }) rounding?: keyof typeof PlanRounding | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class HoldCaseInput {
  @Field(() => ID) caseId: string;
  @Field(() => String) reason: string;
  @Field(() => DayScalar) until: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ResumeCaseInput {
  @Field(() => ID) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class CloseCaseInput {
  @Field(() => ID) caseId: string;
  @Field(() => CloseReason) reason: WordOf<typeof CloseReason>;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class AddNoteInput {
  @Field(() => ID) caseId: string;
  @Field(() => String) text: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class SnoozeCaseInput {
  @Field(() => ID) caseId: string;
  @Field(() => DayScalar) until: string;
  @Field(() => String) reason: string;
  @Field(() => SnoozeReason, { nullable: true, description: 'A known reason: the rank of the case learns from it.' })
  code?: WordOf<typeof SnoozeReason> | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class UndoSnoozeInput {
  @Field(() => ID) caseId: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class RecordTransferInput {
  @Field(() => ID) caseId: string;
  @Field(() => DecimalScalar) amount: string;
  @Field(() => DayScalar) receivedOn: string;
  @Field(() => String) bankReference: string;
  @Field(() => Boolean, { nullable: true }) direct?: boolean | null;
  @Field(() => String) idempotencyKey: string;
}
