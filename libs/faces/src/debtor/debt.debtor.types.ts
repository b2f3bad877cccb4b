import { DayScalar, DecimalScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

export const DebtorDebtState = {
  TO_PAY: 'to_pay',
  IN_PAYMENT: 'in_payment',
  PAID: 'paid',
  ON_HOLD: 'on_hold',
  CLOSED: 'closed',
  DISPUTED: 'disputed',
} as const;
registerEnumType(DebtorDebtState, { name: 'DebtorDebtState' });
export const DebtorPayChoice = { ALL: 'all', INVOICES: 'invoices', PART: 'part' } as const;
registerEnumType(DebtorPayChoice, { name: 'DebtorPayChoice' });

@ObjectType({ description: 'One invoice that is claimed.' })
export class DebtorClaimLine {
  @Field(() => ID) invoiceId: string;
  @Field(() => String) number: string;
  @Field(() => DayScalar) issuedOn: string;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => Money) amount: Money;
  @Field(() => Money) paid: Money;
  @Field(() => Money) open: Money;
  @Field(() => Boolean) disputed: boolean;
}

@ObjectType({ description: 'What is claimed of the one debtor of this session, and by whom.' })
export class DebtorDebt {
  @Field(() => String) reference: string;
  @Field(() => DebtorDebtState) state: (typeof DebtorDebtState)[keyof typeof DebtorDebtState];
  @Field(() => String, { description: 'The creditor: the company that is owed.' }) creditorName: string;
  @Field(() => String, { nullable: true, description: 'Who writes for the creditor, under its own name.' }) agencyName: string | null;
  @Field(() => Money) open: Money;
  @Field(() => Money) paid: Money;
  @Field(() => [DebtorClaimLine]) lines: DebtorClaimLine[];
}

@ObjectType({ description: 'A payment that was begun; the page of the provider takes it from here.' })
export class DebtorPaymentStart {
  @Field(() => ID) paymentId: string;
  @Field(() => String) checkoutUrl: string;
}

@InputType()
export class DebtorStartPaymentInput {
  @Field(() => DebtorPayChoice) choice: (typeof DebtorPayChoice)[keyof typeof DebtorPayChoice];
  @Field(() => [ID], { nullable: true }) invoiceIds?: string[] | null;
  @Field(() => DecimalScalar, { nullable: true }) amount?: string | null;
  @Field(() => String) idempotencyKey: string;
}
