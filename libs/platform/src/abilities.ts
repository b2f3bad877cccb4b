import { AbilityBuilder, createMongoAbility, subject, type MongoAbility } from '@casl/ability';
import type { Actor } from './context';

export type Action = string;
export type AppAbility = MongoAbility<[Action, string | object]>;
export type Granting = Pick<AbilityBuilder<AppAbility>, 'can' | 'cannot'>;

const grants: Array<(actor: Actor, may: Granting) => void> = [];

/** Each feature says in its `*.abilities.ts` who may do what; called once when the file is loaded. */
export function grant(rules: (actor: Actor, may: Granting) => void): void {
  grants.push(rules);
}

/** Everything an actor may, from the rules of all features. */
export function abilityOf(actor: Actor): AppAbility {
  const builder = new AbilityBuilder<AppAbility>(createMongoAbility);
  for (const rules of grants) rules(actor, builder);
  return builder.build();
}

/** An entity as CASL knows it: by the name of its class. */
export function subjectOf(entity: object): object {
  return subject(entity.constructor.name, entity as Record<string, unknown>) as object;
}
