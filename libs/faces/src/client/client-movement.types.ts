import { DayScalar, DecimalScalar, Money, PageInfo, type Page } from '@amiable/platform';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ClientMovementKind, ClientPaymentMethod, type ValueOf } from './client-face.enums';

@ObjectType({ description: 'Money that moved on a case; what went back to the debtor is negative.' })
export class ClientMovement {
  @Field(() => ID) id: string;
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => ClientMovementKind) kind: ValueOf<typeof ClientMovementKind>;
  @Field(() => ClientPaymentMethod) method: ValueOf<typeof ClientPaymentMethod>;
  @Field(() => Money) amount: Money;
  @Field(() => DayScalar) effectiveOn: string;
  @Field(() => Money, { nullable: true, description: 'Success fee before VAT; null for who may not see fees.' }) fee: Money | null;
  @Field(() => DecimalScalar, { nullable: true }) feePercent: string | null;
  @Field(() => String, { nullable: true, description: 'The remittance it was paid on with; null while it waits.' }) remittanceNumber:
    | string
    | null;
}

@ObjectType()
export class ClientMovementEdge {
  @Field(() => String) cursor: string;
  @Field(() => ClientMovement) node: ClientMovement;
}

@ObjectType()
export class ClientMovementConnection implements Page<ClientMovement> {
  @Field(() => [ClientMovementEdge]) edges: ClientMovementEdge[];
  @Field(() => [ClientMovement]) nodes: ClientMovement[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => Int, { nullable: true, description: 'Null above 10,000.' }) totalCount: number | null;
}
