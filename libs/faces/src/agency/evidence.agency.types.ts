import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EvidenceKindWord, type EvidenceRow } from '../evidence/read-evidence';

export const EvidenceKind = { ...EvidenceKindWord };
registerEnumType(EvidenceKind, { name: 'EvidenceKind' });

@ObjectType({ description: 'A document that proves an invoice; its file lies at /files/<id>.' })
export class Evidence implements EvidenceRow {
  @Field(() => ID) id: string;
  @Field(() => ID) invoiceId: string;
  @Field(() => String) invoiceNumber: string;
  @Field(() => EvidenceKind) kind: EvidenceRow['kind'];
  @Field(() => String) filename: string;
  @Field(() => Boolean) debtorSees: boolean;
}

@InputType()
export class ShowEvidenceInput {
  @Field(() => ID) documentId: string;
  @Field(() => Boolean) debtorSees: boolean;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class DetachEvidenceInput {
  @Field(() => ID) documentId: string;
  @Field(() => String) idempotencyKey: string;
}
