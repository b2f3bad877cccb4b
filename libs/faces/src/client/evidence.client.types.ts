import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EvidenceKindWord, type EvidenceRow } from '../evidence/read-evidence';

export const ClientEvidenceKind = { ...EvidenceKindWord };
registerEnumType(ClientEvidenceKind, { name: 'ClientEvidenceKind' });

@ObjectType({ description: 'A document that proves an invoice; its file lies at /files/<id>.' })
export class ClientEvidence implements EvidenceRow {
  @Field(() => ID) id: string;
  @Field(() => ID) invoiceId: string;
  @Field(() => String) invoiceNumber: string;
  @Field(() => ClientEvidenceKind) kind: EvidenceRow['kind'];
  @Field(() => String) filename: string;
  @Field(() => Boolean) debtorSees: boolean;
}

@InputType()
export class ClientShowEvidenceInput {
  @Field(() => ID) documentId: string;
  @Field(() => Boolean) debtorSees: boolean;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ClientDetachEvidenceInput {
  @Field(() => ID) documentId: string;
  @Field(() => String) idempotencyKey: string;
}
