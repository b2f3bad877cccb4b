import { toGlobalId, type RequestContext } from '@amiable/platform';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { abilitiesOf } from './menu-abilities';
import { Language } from './sign-in.types';
import type { StaffMember } from './user.queries';

/** Roles of the agency's staff, as the schema names them. */
export const StaffRoleEnum = { COLLECTOR: 'collector', MANAGER: 'manager', ACCOUNTANT: 'accountant', ADMIN: 'admin' } as const;
registerEnumType(StaffRoleEnum, { name: 'StaffRole' });

@ObjectType()
export class StaffUser {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) email: string;
  @Field(() => StaffRoleEnum) role: StaffMember['role'];
  @Field(() => Language) language: Language;
}

@ObjectType({ description: "Who is signed in, and the names of what they may do (abilities of the console's menus and buttons)." })
export class Me {
  @Field(() => StaffUser) user: StaffUser;
  @Field(() => String) agencyName: string;
  @Field(() => [String]) abilities: string[];
}

export function meOf(ctx: RequestContext, { agencyName, ...user }: StaffMember): Me {
  return { user: { ...user, id: toGlobalId('StaffUser', null, user.id) }, agencyName, abilities: abilitiesOf(ctx, 'agency') };
}
