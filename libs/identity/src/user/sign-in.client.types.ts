import { InstantScalar, toGlobalId, type RequestContext } from '@amiable/platform';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { abilitiesOf } from './menu-abilities';
import { Language } from './sign-in.types';
import type { ClientMember } from './user.queries';

/** Roles of a client company's users, as the schema names them. */
export const ClientRoleEnum = { OWNER: 'owner', FINANCE: 'finance', MANAGER: 'manager', READER: 'reader' } as const;
registerEnumType(ClientRoleEnum, { name: 'ClientRole' });

@ObjectType()
export class ClientUser {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) email: string;
  @Field(() => ClientRoleEnum) role: ClientMember['role'];
  @Field(() => Language) language: Language;
}

@ObjectType()
export class ClientMe {
  @Field(() => ClientUser) user: ClientUser;
  @Field(() => String) companyName: string;
  @Field(() => String) agencyName: string;
  @Field(() => [String]) abilities: string[];
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Set while the agency looks through this user’s eyes, read-only: until when.',
  })
  viewedUntil: string | null;
}

export function clientMeOf(ctx: RequestContext, { agencyName, companyName, ...user }: ClientMember): ClientMe {
  return {
    user: { ...user, id: toGlobalId('ClientUser', ctx.clientId, user.id) },
    companyName,
    agencyName,
    abilities: abilitiesOf(ctx, 'client'),
    viewedUntil: ctx.view?.until ?? null,
  };
}
