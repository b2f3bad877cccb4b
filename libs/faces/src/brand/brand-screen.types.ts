import { InstantScalar } from '@amiable/platform';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

/** The shapes of the brand editor, of which each audience has types of its own. */
@ObjectType({ isAbstract: true })
export abstract class BrandVersionFields {
  @Field(() => Int) version: number;
  @Field(() => InstantScalar) at: string;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => [String], { description: 'Names of the fields that changed.' }) changed: string[];
}

@ObjectType({ isAbstract: true })
export abstract class BrandLookFields {
  @Field(() => String, { description: 'light or dark' }) scheme: string;
  @Field(() => String, { description: 'button, edge or link' }) role: string;
  @Field(() => String, { description: 'kept, darkened or lightened' }) move: string;
  @Field(() => String) original: string;
  @Field(() => String) used: string;
  @Field(() => String, { description: 'What stands on it or behind it.' }) against: string;
  @Field(() => Float, { description: 'WCAG 2 contrast of the colour as chosen.' }) ratioBefore: number;
  @Field(() => Float) ratio: number;
  @Field(() => Int, { description: 'APCA Lc of the colour as chosen.' }) lcBefore: number;
  @Field(() => Int) lc: number;
}

@ObjectType({ isAbstract: true })
export abstract class BrandHostFields {
  @Field(() => ID) id: string;
  @Field(() => String) host: string;
  @Field(() => String, { description: 'pending or verified' }) state: string;
  @Field(() => String, { description: 'The name of the TXT record that proves it.' }) recordName: string;
  @Field(() => String) recordValue: string;
  @Field(() => String, { description: 'Where the host must point (CNAME).' }) target: string;
}

@ObjectType({ isAbstract: true })
export abstract class BrandScreenFields {
  @Field(() => ID) id: string;
  @Field(() => ID) clientId: string;
  @Field(() => String) clientName: string;
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'Where debtors find its pages.' }) address: string;
  @Field(() => String) name: string;
  @Field(() => String) primaryColour: string;
  @Field(() => String, { nullable: true }) secondaryColour: string | null;
  @Field(() => Int) radius: number;
  @Field(() => String) font: string;
  @Field(() => ID, { nullable: true }) logoId: string | null;
  @Field(() => String, { nullable: true, description: 'A data URI.' }) logo: string | null;
  @Field(() => ID, { nullable: true }) logoDarkId: string | null;
  @Field(() => String, { nullable: true }) logoDark: string | null;
  @Field(() => String) senderName: string;
  @Field(() => String) senderEmail: string;
  @Field(() => String) replyTo: string;
  @Field(() => String) phone: string;
  @Field(() => String) website: string;
  @Field(() => String) addressLine: string;
  @Field(() => String) postcode: string;
  @Field(() => String) city: string;
  @Field(() => String) language: string;
  @Field(() => String, { nullable: true }) bankHolder: string | null;
  @Field(() => String, { nullable: true }) bankIban: string | null;
  @Field(() => String, { nullable: true }) bankBic: string | null;
  versions: BrandVersionFields[];
  hosts: BrandHostFields[];
}

/** What an edit may change; an absent field stays as it is. */
@InputType()
export class BrandEdit {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) primaryColour?: string;
  @Field(() => String, { nullable: true }) secondaryColour?: string | null;
  @Field(() => Int, { nullable: true }) radius?: number;
  @Field(() => String, { nullable: true }) font?: string;
  @Field(() => ID, { nullable: true }) logoId?: string | null;
  @Field(() => ID, { nullable: true }) logoDarkId?: string | null;
  @Field(() => String, { nullable: true }) senderName?: string;
  @Field(() => String, { nullable: true }) senderEmail?: string;
  @Field(() => String, { nullable: true }) replyTo?: string;
  @Field(() => String, { nullable: true }) phone?: string;
  @Field(() => String, { nullable: true }) website?: string;
  @Field(() => String, { nullable: true }) addressLine?: string;
  @Field(() => String, { nullable: true }) postcode?: string;
  @Field(() => String, { nullable: true }) city?: string;
  @Field(() => String, { nullable: true }) language?: string;
  @Field(() => String, { nullable: true }) bankHolder?: string | null;
  @Field(() => String, { nullable: true }) bankIban?: string | null;
  @Field(() => String, { nullable: true }) bankBic?: string | null;
}

@InputType()
export class ReviseBrandInput {
  @Field(() => ID) brandId: string;
  @Field(() => Int, { description: 'The version on screen.' }) version: number;
  @Field(() => BrandEdit) fields: BrandEdit;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ClaimHostInput {
  @Field(() => ID) brandId: string;
  @Field(() => String) host: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class RestoreBrandVersionInput {
  @Field(() => ID) brandId: string;
  @Field(() => Int, { description: 'The version on screen.' }) version: number;
  @Field(() => Int, { description: 'The version to come back to.' }) restore: number;
  @Field(() => String) idempotencyKey: string;
}
