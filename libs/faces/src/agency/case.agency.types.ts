import { DayScalar, DecimalScalar, FactsScalar, InstantScalar, Money } from '@amiable/platform';
import { type DebtorLanguage, DebtorLanguageEnum } from '@amiable/identity';
import { SegmentConditions } from './segment.agency.types';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ActorKind,
  CallOutcome,
  CaseStage,
  CaseState,
  Channel,
  CloseReason,
  DebtorKind,
  DisputeReason,
  DisputeState,
  Hat,
  InvoiceState,
  PlanState,
  PromiseState,
  StepChannel,
  StepTemplate,
  type WordOf,
} from './case.agency.enums';
import { BrandStripe, ClientName, LentCase, Reason } from './case-summary.agency.types';

@ObjectType({ description: 'How the mandate judges a promise that is made now.' })
export class PromisePolicy {
  @Field(() => Int, { description: 'Days after its day in which the money may come.' }) graceDays: number;
  @Field(() => DecimalScalar, { description: 'Percent of it that may be missing.' }) tolerancePercent: string;
}

@ObjectType()
export class Debtor {
  @Field(() => ID) id: string;
  @Field(() => String) reference: string;
  @Field(() => DebtorKind) kind: WordOf<typeof DebtorKind>;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) siren: string | null;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => String, { nullable: true }) addressLine: string | null;
  @Field(() => String, { nullable: true }) postcode: string | null;
  @Field(() => String, { nullable: true }) city: string | null;
  @Field(() => String) country: string;
  @Field(() => DebtorLanguageEnum) language: DebtorLanguage;
}

@ObjectType()
export class Balance {
  @Field(() => Money) claimed: Money;
  @Field(() => Money) paid: Money;
  @Field(() => Money) open: Money;
  @Field(() => Money) disputed: Money;
  @Field(() => Money) promised: Money;
  @Field(() => Money) inPayment: Money;
}

@ObjectType()
export class Invoice {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => DayScalar) issuedOn: string;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Money) amount: Money;
  @Field(() => Money) paid: Money;
  @Field(() => Money) open: Money;
  @Field(() => Money) disputed: Money;
  @Field(() => InvoiceState) state: WordOf<typeof InvoiceState>;
  @Field(() => Int) daysLate: number;
  @Field(() => String, { nullable: true }) description: string | null;
}

@ObjectType('Promise')
export class PromiseOfCase {
  @Field(() => ID) id: string;
  @Field(() => Money) amount: Money;
  @Field(() => Money) paid: Money;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => DayScalar) madeOn: string;
  @Field(() => PromiseState) state: WordOf<typeof PromiseState>;
  @Field(() => [String], { description: 'Numbers of the invoices it is for; none for the whole case.' }) invoiceNumbers: string[];
}

@ObjectType()
export class Instalment {
  @Field(() => Int) number: number;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Money) amount: Money;
  @Field(() => Boolean) paid: boolean;
}

@ObjectType()
export class Plan {
  @Field(() => ID) id: string;
  @Field(() => PlanState) state: WordOf<typeof PlanState>;
  @Field(() => Money) total: Money;
  @Field(() => DayScalar) agreedOn: string;
  @Field(() => [Instalment]) instalments: Instalment[];
}

@ObjectType('Dispute')
export class DisputeOfCase {
  @Field(() => ID) id: string;
  @Field(() => String) invoiceNumber: string;
  @Field(() => DisputeReason) reason: WordOf<typeof DisputeReason>;
  @Field(() => Money) amount: Money;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => DisputeState) state: WordOf<typeof DisputeState>;
  @Field(() => DayScalar) openedOn: string;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => String, { nullable: true }) answer: string | null;
}

@ObjectType()
export class TimelineEvent {
  @Field(() => ID) id: string;
  @Field(() => InstantScalar) at: string;
  @Field(() => String) kind: string;
  @Field(() => ActorKind) actorKind: WordOf<typeof ActorKind>;
  @Field(() => String, { nullable: true }) actorName: string | null;
  @Field(() => FactsScalar) facts: Record<string, unknown>;
  @Field(() => ID, { nullable: true, description: 'The archived e-mail, letter or receipt, at /files/<id>.' }) documentId: string | null;
  @Field(() => String, { nullable: true }) documentType: string | null;
}

@ObjectType()
export class PlannedStep {
  @Field(() => Int) stepNo: number;
  @Field(() => String) name: string;
  @Field(() => StepChannel) channel: WordOf<typeof StepChannel>;
  @Field(() => DayScalar) dueOn: string;
}

@ObjectType({ description: 'A step of the scenario that waits for somebody: a confirmation, a message by hand, a task.' })
export class WaitingStep {
  @Field(() => ID) actionId: string;
  @Field(() => String) name: string;
  @Field(() => StepChannel) channel: WordOf<typeof StepChannel>;
  @Field(() => StepTemplate, { nullable: true }) template: WordOf<typeof StepTemplate> | null;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Boolean) isProposed: boolean;
}

@ObjectType({ description: 'What may be done now; a button that may not be used says why.' })
export class NextAction {
  @Field(() => String) action: string;
  @Field(() => Boolean) allowed: boolean;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => FactsScalar) facts: Record<string, unknown>;
}

@ObjectType()
export class Template {
  @Field(() => String) key: string;
  @Field(() => String) name: string;
  @Field(() => Channel) channel: WordOf<typeof Channel>;
}

@ObjectType({ description: 'What was written and has not left yet: it can be taken back.' })
export class WaitingMessage {
  @Field(() => ID) id: string;
  @Field(() => Channel) channel: WordOf<typeof Channel>;
  @Field(() => String) template: string;
  @Field(() => String) templateName: string;
  @Field(() => InstantScalar) leavesAt: string;
  @Field(() => String, { nullable: true, description: 'Who wrote it; null for the scenario.' }) byName: string | null;
}

@ObjectType({ description: 'When the case comes back after a call with this outcome.' })
export class CallWrapUp {
  @Field(() => CallOutcome) outcome: WordOf<typeof CallOutcome>;
  @Field(() => DayScalar) backOn: string;
}

@ObjectType({ description: 'One limit of the contact policy, counted over all clients.' })
export class ContactCap {
  @Field(() => String, { description: 'attempts, talks or written.' }) kind: string;
  @Field(() => Int) used: number;
  @Field(() => Int) most: number;
  @Field(() => Int) days: number;
  @Field(() => DayScalar, { description: 'The first day on which one more is allowed.' }) freeOn: string;
}

@ObjectType({ description: 'When and how often this person may be contacted, and what is left of it.' })
export class ContactBudgetOfCase {
  @Field(() => String, { description: 'Local time of the debtor, hh:mm.' }) from: string;
  @Field(() => String) until: string;
  @Field(() => [Int], { description: '1 is Monday.' }) weekdays: number[];
  @Field(() => String) zone: string;
  @Field(() => Boolean) withinHours: boolean;
  @Field(() => InstantScalar, { nullable: true, description: 'When a call is allowed again; null when it is now.' })
  callAllowedAt: string | null;
  @Field(() => Boolean, { description: 'The debtor asked to be called: the limits do not stand in the way.' }) askedFor: boolean;
  @Field(() => [ContactCap]) caps: ContactCap[];
}

@ObjectType('Case')
export class CasePage {
  @Field(() => ID) id: string;
  @Field(() => String) reference: string;
  @Field(() => Int) version: number;
  @Field(() => ClientName) client: ClientName;
  @Field(() => BrandStripe) brand: BrandStripe;
  @Field(() => Hat) hat: WordOf<typeof Hat>;
  @Field(() => CaseState) state: WordOf<typeof CaseState>;
  @Field(() => CaseStage) stage: WordOf<typeof CaseStage>;
  @Field(() => DayScalar) openedOn: string;
  @Field(() => DayScalar, { nullable: true }) closedOn: string | null;
  @Field(() => CloseReason, { nullable: true }) closeReason: WordOf<typeof CloseReason> | null;
  @Field(() => String, { nullable: true }) holdReason: string | null;
  @Field(() => DayScalar, { nullable: true }) holdUntil: string | null;
  @Field(() => String, { nullable: true }) ownerName: string | null;
  @Field(() => LentCase, { nullable: true }) lent: LentCase | null;
  @Field(() => String) queue: string;
  @Field(() => String, { nullable: true }) firstLetterReference: string | null;
  @Field(() => DayScalar, { nullable: true }) firstLetterOn: string | null;
  @Field(() => DecimalScalar) feePercent: string;
  @Field(() => PromisePolicy) promisePolicy: PromisePolicy;
  @Field(() => Debtor) debtor: Debtor;
  @Field(() => Balance) balance: Balance;
  @Field(() => [Invoice]) invoices: Invoice[];
  @Field(() => [PromiseOfCase]) promises: PromiseOfCase[];
  @Field(() => Plan, { nullable: true }) plan: Plan | null;
  @Field(() => [DisputeOfCase]) disputes: DisputeOfCase[];
  @Field(() => [TimelineEvent]) timeline: TimelineEvent[];
  @Field(() => String, { nullable: true }) scenarioName: string | null;
  @Field(() => SegmentConditions, { nullable: true, description: 'What chose the scenario: the first segment that fitted.' })
  segment: SegmentConditions | null;
  @Field(() => Boolean, { description: 'Drawn for the hold-out of a trial that runs: it gets no step of a scenario.' }) isHeldOut: boolean;
  @Field(() => PlannedStep, { nullable: true }) nextStep: PlannedStep | null;
  @Field(() => Reason, { nullable: true, description: 'Why nothing was sent in the last run, when something was due.' })
  waitingReason: Reason | null;
  @Field(() => [NextAction]) nextActions: NextAction[];
  @Field(() => [Template]) templates: Template[];
  @Field(() => [WaitingStep]) waitingSteps: WaitingStep[];
  @Field(() => [WaitingMessage]) waitingMessages: WaitingMessage[];
  @Field(() => ContactBudgetOfCase) contact: ContactBudgetOfCase;
  @Field(() => [CallWrapUp]) callWrapUps: CallWrapUp[];
  @Field(() => ID, {
    nullable: true,
    description: 'The case a collector would be given next, so that it can be loaded before it is asked for.',
  })
  nextCaseId: string | null;
}
