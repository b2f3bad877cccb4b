import { Field, InputType, registerEnumType } from '@nestjs/graphql';

/** The languages Amiable speaks, in every schema. */
export const Language = { FR: 'fr', EN: 'en' } as const;
export type Language = (typeof Language)[keyof typeof Language];
registerEnumType(Language, { name: 'Language' });

@InputType()
export class SignInInput {
  @Field(() => String) email: string;
  @Field(() => String) password: string;
}
