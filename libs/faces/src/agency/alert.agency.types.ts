import { DayScalar, FactsScalar, InstantScalar } from '@amiable/platform';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BrandStripe } from './case-summary.agency.types';
import { AlertKind, ThresholdUnit, type WordOf } from './case.agency.enums';

@ObjectType({ description: 'Something a manager wants everybody concerned to be told of, once.' })
export class Alert {
  @Field(() => ID) id: string;
  @Field(() => AlertKind) kind: WordOf<typeof AlertKind>;
  @Field(() => ID) caseId: string;
  @Field(() => String) reference: string;
  @Field(() => String) debtorName: string;
  @Field(() => BrandStripe) brand: BrandStripe;
  @Field(() => FactsScalar) facts: Record<string, unknown>;
  @Field(() => InstantScalar) raisedAt: string;
  @Field(() => Boolean, { description: 'Came since the one who asks last looked.' }) isNew: boolean;
}

@ObjectType({ description: 'The alerts of whoever asks: of the cases of his own and of nobody; for a manager all of the portfolio.' })
export class AlertBell {
  @Field(() => Int, { description: 'Those since the last look.' }) unread: number;
  @Field(() => Int) open: number;
  @Field(() => [Alert], { description: 'The newest first, a hundred at most.' }) alerts: Alert[];
}

@ObjectType()
export class AlertRuleFace {
  @Field(() => AlertKind) kind: WordOf<typeof AlertKind>;
  @Field(() => Boolean) enabled: boolean;
  @Field(() => Int) threshold: number;
  @Field(() => Boolean, { description: 'Told to managers in a digest of the day too.' }) byMail: boolean;
  @Field(() => ThresholdUnit) unit: WordOf<typeof ThresholdUnit>;
}

@InputType()
export class SettleAlertInput {
  @Field(() => ID) alertId: string;
  @Field(() => String) reason: string;
  @Field(() => DayScalar, { nullable: true, description: 'Not before this day again; none: it is done with.' }) until?: string | null;
  @Field(() => String) idempotencyKey: string;
}

@InputType()
export class ReviseAlertRuleInput {
  @Field(() => AlertKind) kind: WordOf<typeof AlertKind>;
  @Field(() => Boolean) enabled: boolean;
  @Field(() => Int) threshold: number;
  @Field(() => Boolean, { description: 'Told to managers in a digest of the day too.' }) byMail: boolean;
}
