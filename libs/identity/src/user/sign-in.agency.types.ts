import { InstantScalar, toGlobalId, type RequestContext } from '@amiable/platform';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
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

@ObjectType({ description: 'The key of the house, and the one this person presses instead.' })
export class ChosenKey {
  @Field(() => String) key: string;
  @Field(() => String) chosen: string;
}

@ObjectType()
export class ShortcutsOfUser {
  @Field(() => Boolean, { description: 'Shortcuts of a single letter are on (WCAG 2.1.4).' }) letterKeys: boolean;
  @Field(() => [ChosenKey]) keys: ChosenKey[];
}

@InputType()
export class ChosenKeyInput {
  @Field(() => String) key: string;
  @Field(() => String) chosen: string;
}

@InputType()
export class ChooseShortcutsInput {
  @Field(() => Boolean) letterKeys: boolean;
  @Field(() => [ChosenKeyInput]) keys: ChosenKeyInput[];
}

@ObjectType({ description: 'Set while another looks through this user’s eyes, read-only: who, and until when.' })
export class ViewedBy {
  @Field(() => String) by: string;
  @Field(() => InstantScalar) until: string;
}

@ObjectType({ description: "Who is signed in, and the names of what they may do (abilities of the console's menus and buttons)." })
export class Me {
  @Field(() => StaffUser) user: StaffUser;
  @Field(() => String) agencyName: string;
  @Field(() => [String]) abilities: string[];
  @Field(() => ShortcutsOfUser) shortcuts: ShortcutsOfUser;
  @Field(() => ViewedBy, { nullable: true }) viewedBy: ViewedBy | null;
}

export function meOf(ctx: RequestContext, { agencyName, shortcuts, ...user }: StaffMember): Me {
  const keys = Object.entries(shortcuts.keys).map(([key, chosen]) => ({ key, chosen }));
  return {
    user: { ...user, id: toGlobalId('StaffUser', null, user.id) },
    agencyName,
    abilities: abilitiesOf(ctx, 'agency'),
    shortcuts: { letterKeys: shortcuts.letterKeys, keys },
    viewedBy: ctx.view ?? null,
  };
}
