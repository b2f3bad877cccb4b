import { DayScalar, DecimalScalar, InstantScalar, Money } from '@amiable/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Something that waits on this company: a dispute or a payment plan to answer.' })
export class ClientWaiting {
  @Field(() => String) kind: string;
  @Field(() => ID) caseId: string;
  @Field(() => ID, { nullable: true }) disputeId: string | null;
  @Field(() => ID, { nullable: true }) planId: string | null;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => String, { nullable: true }) invoiceNumber: string | null;
  @Field(() => Money) amount: Money;
  @Field(() => DayScalar) dueOn: string;
}

@ObjectType({ description: 'What was placed and what came in during one month, `yyyy-mm`.' })
export class ClientMonth {
  @Field(() => String) month: string;
  @Field(() => Money) placed: Money;
  @Field(() => Money) recovered: Money;
}

@ObjectType({
  description: 'Open invoices by days past their due date: not_due, 1-30, 31-60, 61-90, 91+; credit_notes when there are any.',
})
export class ClientAgeBucket {
  @Field(() => String) bucket: string;
  @Field(() => Money) amount: Money;
  @Field(() => Int) invoices: number;
}

@ObjectType({ description: 'Where the company stands today. Each figure is the total of the list it opens.' })
export class ClientHome {
  @Field(() => DayScalar) day: string;
  @Field(() => InstantScalar) asOf: string;
  @Field(() => Money, { description: 'All invoices ever entrusted, closed cases included.' }) placed: Money;
  @Field(() => Money, { description: 'All movements, refunds and chargebacks taken off.' }) recovered: Money;
  @Field(() => Money) recoveredThisMonth: Money;
  @Field(() => Money, { description: 'What cases not closed still owe: the total of the ageing.' }) open: Money;
  @Field(() => Money, { description: 'What is still to come of open promises.' }) promised: Money;
  @Field(() => Money, { description: 'The disputed part of open invoices.' }) disputed: Money;
  @Field(() => Money, { description: 'What a remittance ordered today would pay out. Zero for who may not see fees.' }) toRemit: Money;
  @Field(() => Money, { description: 'Success fees of this calendar year, before VAT. Zero for who may not see fees.' })
  feesThisYear: Money;
  @Field(() => DecimalScalar, { description: 'Percent of what was placed that came in.' }) recoveryRate: string;
  @Field(() => Int) openCases: number;
  @Field(() => Int) closedCases: number;
  @Field(() => [ClientWaiting]) waiting: ClientWaiting[];
  @Field(() => [ClientMonth]) months: ClientMonth[];
  @Field(() => [ClientAgeBucket]) ageing: ClientAgeBucket[];
}
