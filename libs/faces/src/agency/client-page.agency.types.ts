import { ClientRoleEnum, Language } from '@amiable/identity';
import { DayScalar, DecimalScalar, InstantScalar, Money } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Channel, Hat, StepChannel, type WordOf } from './case.agency.enums';
import {
  MandateLate,
  MandateLateInput,
  MandateLimits,
  MandateLimitsInput,
  MandatePlan,
  MandatePlanInput,
  MandateVersion,
} from './mandate.agency.types';

export const Settlement = { TRUST: 'trust', DIRECT: 'direct' } as const;
export const RemittanceMode = { NET: 'net', GROSS: 'gross' } as const;
export const ScenarioKind = { STANDARD: 'standard', PATIENT: 'patient' } as const;
export const UserAccess = { ACTIVE: 'active', INVITED: 'invited', NONE: 'none' } as const;
registerEnumType(Settlement, { name: 'Settlement' });
registerEnumType(RemittanceMode, { name: 'RemittanceMode' });
registerEnumType(ScenarioKind, { name: 'ScenarioKind' });
registerEnumType(UserAccess, { name: 'UserAccess' });

@ObjectType()
export class FeeTierOfMandate {
  @Field(() => Int, { nullable: true, description: 'Up to this age in months; null: all that is older.' }) upToMonths: number | null;
  @Field(() => DecimalScalar) percent: string;
}

@ObjectType()
export class BrandOfClientPage {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) colour: string;
  @Field(() => String) onColour: string;
  @Field(() => String) address: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Its debtor pages are shut since then.' }) suspendedAt: string | null;
  @Field(() => String, { nullable: true }) suspendedReason: string | null;
  @Field(() => String, { nullable: true }) suspendedBy: string | null;
}

@ObjectType()
export class MandateOfClientPage {
  @Field(() => String) reference: string;
  @Field(() => Int) version: number;
  @Field(() => Hat) hat: WordOf<typeof Hat>;
  @Field(() => DayScalar) signedOn: string;
  @Field(() => Settlement) settlement: WordOf<typeof Settlement>;
  @Field(() => RemittanceMode) remittance: WordOf<typeof RemittanceMode>;
  @Field(() => [FeeTierOfMandate]) feeTiers: FeeTierOfMandate[];
  @Field(() => DecimalScalar) vatPercent: string;
  @Field(() => Boolean) partPayment: boolean;
  @Field(() => Money) smallestPayment: Money;
  @Field(() => Int) longestPlanMonths: number;
  @Field(() => [Channel]) channels: Array<WordOf<typeof Channel>>;
  @Field(() => MandatePlan) plan: MandatePlan;
  @Field(() => MandateLate) late: MandateLate;
  @Field(() => MandateLimits) limits: MandateLimits;
}

@ObjectType()
export class StepOfClientPage {
  @Field(() => String) name: string;
  @Field(() => StepChannel) channel: WordOf<typeof StepChannel>;
  @Field(() => Int, { description: 'Before the due date when negative.' }) daysFromDue: number;
}

@ObjectType()
export class ScenarioOfClientPage {
  @Field(() => String) name: string;
  @Field(() => [StepOfClientPage]) steps: StepOfClientPage[];
}

@ObjectType()
export class UserOfClientPage {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) email: string;
  @Field(() => ClientRoleEnum) role: WordOf<typeof ClientRoleEnum>;
  @Field(() => UserAccess) access: WordOf<typeof UserAccess>;
}

@ObjectType()
export class ClientPage {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) legalName: string;
  @Field(() => String) siren: string;
  @Field(() => String, { nullable: true }) vatNumber: string | null;
  @Field(() => String) addressLine: string;
  @Field(() => String) postcode: string;
  @Field(() => String) city: string;
  @Field(() => String) email: string;
  @Field(() => String) phone: string;
  @Field(() => String, { nullable: true }) settlementHolder: string | null;
  @Field(() => String, { nullable: true }) settlementIban: string | null;
  @Field(() => InstantScalar) since: string;
  @Field(() => [BrandOfClientPage]) brands: BrandOfClientPage[];
  @Field(() => MandateOfClientPage, { nullable: true }) mandate: MandateOfClientPage | null;
  @Field(() => [MandateVersion], { description: 'All versions, the newest first.' }) mandates: MandateVersion[];
  @Field(() => ScenarioOfClientPage, { nullable: true }) scenario: ScenarioOfClientPage | null;
  @Field(() => [UserOfClientPage]) users: UserOfClientPage[];
  @Field(() => Int) openCases: number;
  @Field(() => Money) open: Money;
  @Field(() => Boolean, { description: 'A file was imported.' }) hasImport: boolean;
}

@InputType()
export class OpenClientInput {
  @Field(() => String) name: string;
  @Field(() => String) legalName: string;
  @Field(() => String) siren: string;
  @Field(() => String) addressLine: string;
  @Field(() => String) postcode: string;
  @Field(() => String) city: string;
  @Field(() => String) email: string;
  @Field(() => String) phone: string;
  @Field(() => String, { nullable: true }) settlementIban?: string | null;
  @Field(() => String, { nullable: true }) settlementHolder?: string | null;
}

@InputType()
export class OpenBrandInput {
  @Field(() => ID) clientId: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'The word under /b/.' }) slug: string;
  @Field(() => String) primaryColour: string;
  @Field(() => String) senderEmail: string;
  @Field(() => String) website: string;
  @Field(() => String) language: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class SuspendBrandInput {
  @Field(() => ID) brandId: string;
  @Field(() => String) reason: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ReopenBrandInput {
  @Field(() => ID) brandId: string;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class FeeTierInput {
  @Field(() => Int, { nullable: true }) upToMonths?: number | null;
  @Field(() => DecimalScalar) percent: string;
}

@InputType()
export class SignMandateInput {
  @Field(() => ID) brandId: string;
  @Field(() => Hat) hat: WordOf<typeof Hat>;
  @Field(() => DayScalar) signedOn: string;
  @Field(() => Settlement) settlement: WordOf<typeof Settlement>;
  @Field(() => RemittanceMode) remittance: WordOf<typeof RemittanceMode>;
  @Field(() => [FeeTierInput]) feeTiers: FeeTierInput[];
  @Field(() => DecimalScalar) vatPercent: string;
  @Field(() => Boolean) partPayment: boolean;
  @Field(() => DecimalScalar) smallestPayment: string;
  @Field(() => Int) longestPlanMonths: number;
  @Field(() => [Channel]) channels: Array<WordOf<typeof Channel>>;
  @Field(() => MandatePlanInput, { nullable: true }) plan?: MandatePlanInput | null;
  @Field(() => MandateLateInput, { nullable: true }) late?: MandateLateInput | null;
  @Field(() => MandateLimitsInput, { nullable: true }) limits?: MandateLimitsInput | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ActivateScenarioInput {
  @Field(() => ID) clientId: string;
  @Field(() => ScenarioKind) scenario: WordOf<typeof ScenarioKind>;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class InviteClientUserInput {
  @Field(() => ID) clientId: string;
  @Field(() => String) name: string;
  @Field(() => String) email: string;
  @Field(() => ClientRoleEnum) role: WordOf<typeof ClientRoleEnum>;
  @Field(() => Language) language: WordOf<typeof Language>;
  @Field(() => String) idempotencyKey: string;
}
