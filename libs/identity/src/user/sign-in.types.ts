import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { type DebtorLanguage, debtorLanguages } from '../session/language';

/** The languages Amiable speaks, in every schema. */
export const Language = { FR: 'fr', EN: 'en' } as const;
export type Language = (typeof Language)[keyof typeof Language];
registerEnumType(Language, { name: 'Language' });

/** The languages of everything a debtor reads, as a schema names them. */
export const DebtorLanguageEnum = Object.fromEntries(debtorLanguages.map((code) => [code.toUpperCase(), code])) as Record<
  Uppercase<DebtorLanguage>,
  DebtorLanguage
>;
registerEnumType(DebtorLanguageEnum, { name: 'DebtorLanguage' });

@InputType()
export class SignInInput {
  @Field(() => String) email: string;
  @Field(() => String) password: string;
}
