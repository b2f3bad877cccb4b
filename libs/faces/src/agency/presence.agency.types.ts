import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

export const PresenceState = { VIEWING: 'viewing', WRITING: 'writing', AWAY: 'away', GONE: 'gone' } as const;
registerEnumType(PresenceState, { name: 'PresenceState', description: 'What somebody does on a case; GONE is said when leaving it.' });
export type PresenceWord = (typeof PresenceState)[keyof typeof PresenceState];

@ObjectType({ description: 'A colleague who has the same case open.' })
export class Colleague {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => PresenceState) state: PresenceWord;
}

@InputType()
export class MarkPresenceInput {
  @Field(() => ID) caseId: string;
  @Field(() => String, { description: 'Names one screen of a person: 8 to 64 characters of its own choice.' }) seat: string;
  @Field(() => PresenceState) state: PresenceWord;
}
