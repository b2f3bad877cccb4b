import { type DebtorLanguage, DebtorLanguageEnum } from '@amiable/identity';
import { DayScalar, InstantScalar } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ContactRole, DataGap, MeansConsent, MeansKind, MeansValidity, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'What is missing in the file, with the points it would add.' })
export class DataGapOfDebtor {
  @Field(() => DataGap) code: WordOf<typeof DataGap>;
  @Field(() => Int) points: number;
}

@ObjectType({ description: 'Somebody at the debtor who may be spoken to.' })
export class DebtorContact {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) name: string;
  @Field(() => ContactRole) role: WordOf<typeof ContactRole>;
  @Field(() => DebtorLanguageEnum, { nullable: true }) language: DebtorLanguage | null;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field(() => Int, { nullable: true, description: 'As which he approves payments, 1 first.' }) approvalOrder: number | null;
  @Field(() => String, { nullable: true }) approvalNote: string | null;
}

@ObjectType({ description: 'An e-mail or a telephone number, in use or not, and what is known of it.' })
export class ContactMeans {
  @Field(() => MeansKind) kind: WordOf<typeof MeansKind>;
  @Field(() => String) value: string;
  @Field(() => Boolean) isUsed: boolean;
  @Field(() => String) source: string;
  @Field(() => MeansValidity) validity: WordOf<typeof MeansValidity>;
  @Field(() => MeansConsent) consent: WordOf<typeof MeansConsent>;
  @Field(() => DayScalar, { nullable: true }) consentOn: string | null;
  @Field(() => InstantScalar) recordedAt: string;
}

@ObjectType()
export class FormerAddress {
  @Field(() => [String]) lines: string[];
  @Field(() => DayScalar, { nullable: true }) returnedOn: string | null;
  @Field(() => InstantScalar) replacedAt: string;
}

@ObjectType({ description: 'Everything that is known of who owes, beside name and address.' })
export class DebtorFile {
  @Field(() => Int, { description: 'What a correction must have been made on.' }) version: number;
  @Field(() => String, { nullable: true }) legalForm: string | null;
  @Field(() => String, { nullable: true }) siret: string | null;
  @Field(() => String, { nullable: true }) vatNumber: string | null;
  @Field(() => String, { nullable: true }) register: string | null;
  @Field(() => String, { nullable: true, description: 'Country, key and the last four signs.' }) ibanMasked: string | null;
  @Field(() => DayScalar, { nullable: true }) bornOn: string | null;
  @Field(() => String, { nullable: true, description: 'hh:mm of his own time.' }) prefersFrom: string | null;
  @Field(() => String, { nullable: true }) prefersUntil: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'A letter to the address came back.' }) addressReturnedOn: string | null;
  @Field(() => Int, { description: '0 to 100.' }) quality: number;
  @Field(() => [DataGapOfDebtor], { description: 'What is worth asking for next first.' }) missing: DataGapOfDebtor[];
  @Field(() => [DebtorContact]) contacts: DebtorContact[];
  @Field(() => [ContactMeans]) means: ContactMeans[];
  @Field(() => [FormerAddress]) formerAddresses: FormerAddress[];
}

@InputType()
export class CorrectDebtorInput {
  @Field(() => ID) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) legalForm?: string | null;
  @Field(() => String, { nullable: true }) siren?: string | null;
  @Field(() => String, { nullable: true }) siret?: string | null;
  @Field(() => String, { nullable: true }) vatNumber?: string | null;
  @Field(() => String, { nullable: true }) register?: string | null;
  @Field(() => String, { nullable: true, description: 'Null leaves what is known, an empty text takes it away.' }) iban?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Of persons only.' }) bornOn?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) addressLine?: string | null;
  @Field(() => String, { nullable: true }) postcode?: string | null;
  @Field(() => String, { nullable: true }) city?: string | null;
  @Field(() => String) country: string;
  @Field(() => DebtorLanguageEnum) language: DebtorLanguage;
  @Field(() => String, { nullable: true }) prefersFrom?: string | null;
  @Field(() => String, { nullable: true }) prefersUntil?: string | null;
  @Field(() => Boolean) addressReturned: boolean;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class KeepContactInput {
  @Field(() => ID) caseId: string;
  @Field(() => ID, { nullable: true, description: 'None for somebody new.' }) contactId?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
  @Field(() => String) name: string;
  @Field(() => ContactRole) role: WordOf<typeof ContactRole>;
  @Field(() => DebtorLanguageEnum, { nullable: true }) language?: DebtorLanguage | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => Int, { nullable: true }) approvalOrder?: number | null;
  @Field(() => String, { nullable: true }) approvalNote?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class DismissContactInput {
  @Field(() => ID) caseId: string;
  @Field(() => ID) contactId: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class JudgeMeansInput {
  @Field(() => ID) caseId: string;
  @Field(() => MeansKind) kind: WordOf<typeof MeansKind>;
  @Field(() => String) value: string;
  @Field(() => MeansValidity) validity: WordOf<typeof MeansValidity>;
  @Field(() => MeansConsent) consent: WordOf<typeof MeansConsent>;
  @Field(() => String) idempotencyKey: string;
}
