import { DayScalar, Money } from '@amiable/platform';
import { Field, HideField, ID, ObjectType } from '@nestjs/graphql';
import { ClientRemittanceState, type ValueOf } from './client-face.enums';

@ObjectType({
  description:
    'Reversement: money paid on to the client, with the fees it was invoiced. `funds - fees - vat = paidOut` when the mandate remits net.',
})
export class ClientRemittance {
  @HideField() uuid: string;
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true }) invoiceNumber: string | null;
  @Field(() => DayScalar) asOf: string;
  @Field(() => Money) funds: Money;
  @Field(() => Money) fees: Money;
  @Field(() => Money) vat: Money;
  @Field(() => Money) paidOut: Money;
  @Field(() => ClientRemittanceState) state: ValueOf<typeof ClientRemittanceState>;
  @Field(() => DayScalar, { nullable: true }) paidOutOn: string | null;
  @Field(() => ID, { nullable: true }) pdfId: string | null;
  @Field(() => ID, { nullable: true }) csvId: string | null;
}
