import { DayScalar, FactsScalar, InstantScalar } from '@amiable/platform';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { AnswerKind, AnswerOutcome, AnswerState, type WordOf } from './case.agency.enums';

@ObjectType()
export class AnswerFile {
  @Field(() => ID, { description: 'To fetch under /files; always as a download.' }) id: string;
  @Field(() => String) filename: string;
}

@ObjectType('Answer', { description: 'What a debtor told us on his page, and what became of it.' })
export class AnswerOfCase {
  @Field(() => ID) id: string;
  @Field(() => String) reference: string;
  @Field(() => AnswerKind) kind: WordOf<typeof AnswerKind>;
  @Field(() => AnswerState) state: WordOf<typeof AnswerState>;
  @Field(() => FactsScalar) facts: Record<string, unknown>;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) reply: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The debtor was told that somebody answers until this day.' }) followUpOn:
    | string
    | null;
  @Field(() => InstantScalar) givenAt: string;
  @Field(() => [AnswerFile]) files: AnswerFile[];
  @Field(() => [AnswerOutcome], { description: 'How it may be settled now, and by this user.' }) outcomes: Array<
    WordOf<typeof AnswerOutcome>
  >;
}

@ObjectType({ description: 'How this debtor may be spoken to: his own choice, care mode, and whether the contacts are his at all.' })
export class ContactWishes {
  @Field(() => Boolean) refusesEmail: boolean;
  @Field(() => Boolean) refusesCalls: boolean;
  @Field(() => DayScalar, { nullable: true, description: 'Care mode until this day: no calls, no letters but confirmations.' }) careUntil:
    | string
    | null;
  @Field(() => Boolean, { description: 'Somebody there says he is not this debtor.' }) contactDoubtful: boolean;
}

@InputType()
export class SettleAnswerInput {
  @Field(() => ID) answerId: string;
  @Field(() => AnswerOutcome) outcome: WordOf<typeof AnswerOutcome>;
  @Field(() => String, { description: 'What the debtor is told, by e-mail and on his page.' }) reply: string;
  @Field(() => String) idempotencyKey: string;
}
