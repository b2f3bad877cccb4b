import { DayScalar, FactsScalar, InstantScalar, Money, PageInfo, type Page } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  ClientActorKind,
  ClientCaseStage,
  ClientDataGap,
  ClientCaseState,
  ClientCloseReason,
  ClientDisputeReason,
  ClientDisputeState,
  ClientInvoiceState,
  type ValueOf,
} from './client-face.enums';

@ObjectType()
export class ClientCaseSummary {
  @Field(() => ID) id: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => String) debtorReference: string;
  @Field(() => ClientCaseState) state: ValueOf<typeof ClientCaseState>;
  @Field(() => ClientCaseStage) stage: ValueOf<typeof ClientCaseStage>;
  @Field(() => DayScalar) openedOn: string;
  @Field(() => Money) claimed: Money;
  @Field(() => Money) open: Money;
  @Field(() => Money) recovered: Money;
  @Field(() => Boolean) disputed: boolean;
  @Field(() => DayScalar, { nullable: true }) promisedOn: string | null;
  @Field(() => String, { nullable: true, description: 'Kind of the newest event of the timeline.' }) lastEvent: string | null;
  @Field(() => InstantScalar, { nullable: true }) lastEventAt: Date | null;
}

@ObjectType()
export class ClientCaseEdge {
  @Field(() => String) cursor: string;
  @Field(() => ClientCaseSummary) node: ClientCaseSummary;
}

@ObjectType()
export class ClientCaseConnection implements Page<ClientCaseSummary> {
  @Field(() => [ClientCaseEdge]) edges: ClientCaseEdge[];
  @Field(() => [ClientCaseSummary]) nodes: ClientCaseSummary[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => Int, { nullable: true, description: 'Null above 10,000.' }) totalCount: number | null;
}

@InputType()
export class ClientCaseFilter {
  @Field(() => ClientCaseState, { nullable: true }) state?: ValueOf<typeof ClientCaseState> | null;
  @Field(() => ClientCaseStage, { nullable: true }) stage?: ValueOf<typeof ClientCaseStage> | null;
  @Field(() => String, { nullable: true, description: 'Part of the debtor’s name, of a reference or of an invoice number.' }) text?:
    | string
    | null;
  @Field(() => Boolean, { nullable: true }) disputed?: boolean | null;
  @Field(() => Boolean, { nullable: true }) promised?: boolean | null;
  @Field(() => ClientDataGap, { nullable: true, description: 'Cases not closed whose debtor’s file lacks this.' }) lacks?: ValueOf<
    typeof ClientDataGap
  > | null;
}

@ObjectType()
export class ClientInvoice {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => DayScalar) issuedOn: string;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Money) amount: Money;
  @Field(() => Money) paid: Money;
  @Field(() => Money) open: Money;
  @Field(() => Money) disputed: Money;
  @Field(() => ClientInvoiceState) state: ValueOf<typeof ClientInvoiceState>;
  @Field(() => Int) daysLate: number;
}

@ObjectType()
export class ClientDisputeFile {
  @Field(() => ID, { description: 'To fetch under /files; always as a download.' }) id: string;
  @Field(() => String) filename: string;
}

@ObjectType()
export class ClientDispute {
  @Field(() => ID) id: string;
  @Field(() => String) invoiceNumber: string;
  @Field(() => ClientDisputeReason) reason: ValueOf<typeof ClientDisputeReason>;
  @Field(() => Money) amount: Money;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => ClientDisputeState) state: ValueOf<typeof ClientDisputeState>;
  @Field(() => DayScalar) openedOn: string;
  @Field(() => DayScalar, { description: 'The day by which an answer is expected.' }) dueOn: string;
  @Field(() => String, { nullable: true }) answer: string | null;
  @Field(() => Money, { nullable: true, description: 'What the debtor says would be right.' }) rightAmount: Money | null;
  @Field(() => String, { nullable: true, description: 'The person of the company who is to answer.' }) answererName: string | null;
  @Field(() => [ClientDisputeFile], { description: 'What the debtor joined.' }) files: ClientDisputeFile[];
}

@ObjectType()
export class ClientTimelineEvent {
  @Field(() => ID) id: string;
  @Field(() => InstantScalar) at: string;
  @Field(() => String) kind: string;
  @Field(() => ClientActorKind) actorKind: ValueOf<typeof ClientActorKind>;
  @Field(() => String, { nullable: true }) actorName: string | null;
  @Field(() => FactsScalar) facts: Record<string, unknown>;
  @Field(() => ID, { nullable: true, description: 'The archived document of this event, to open under /files.' }) documentId: string | null;
  @Field(() => String, { nullable: true }) documentType: string | null;
}

@ObjectType()
export class ClientInstalment {
  @Field(() => Int) number: number;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Money) amount: Money;
  @Field(() => Boolean) paid: boolean;
}

@ObjectType()
export class ClientCase {
  @Field(() => ID) id: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => String) debtorReference: string;
  @Field(() => String, { nullable: true }) city: string | null;
  @Field(() => ClientCaseState) state: ValueOf<typeof ClientCaseState>;
  @Field(() => ClientCaseStage) stage: ValueOf<typeof ClientCaseStage>;
  @Field(() => ClientCloseReason, { nullable: true }) closeReason: ValueOf<typeof ClientCloseReason> | null;
  @Field(() => DayScalar) openedOn: string;
  @Field(() => DayScalar, { nullable: true }) closedOn: string | null;
  @Field(() => String, { nullable: true }) holdReason: string | null;
  @Field(() => DayScalar, { nullable: true }) holdUntil: string | null;
  @Field(() => Money) claimed: Money;
  @Field(() => Money) open: Money;
  @Field(() => Money) recovered: Money;
  @Field(() => Money) disputed: Money;
  @Field(() => Money) promised: Money;
  @Field(() => [ClientInvoice]) invoices: ClientInvoice[];
  @Field(() => [ClientDispute]) disputes: ClientDispute[];
  @Field(() => [ClientInstalment], { description: 'Of the newest payment plan.' }) instalments: ClientInstalment[];
  @Field(() => [ClientTimelineEvent], { description: 'Newest first, at most 500.' }) timeline: ClientTimelineEvent[];
  @Field(() => String, { nullable: true }) nextStep: string | null;
  @Field(() => DayScalar, { nullable: true }) nextStepOn: string | null;
}

@InputType()
export class AnswerDisputeInput {
  @Field(() => ID) disputeId: string;
  @Field(() => Boolean) upheld: boolean;
  @Field(() => String) answer: string;
  @Field(() => String) idempotencyKey: string;
}
