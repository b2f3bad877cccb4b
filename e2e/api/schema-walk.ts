import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Stage } from '../stage';

export const audiences = ['agency', 'client', 'debtor'] as const;
export type Audience = (typeof audiences)[number];

/** One query or mutation of one endpoint. */
export interface RootField {
  readonly audience: Audience;
  readonly operation: 'query' | 'mutation';
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Where a root field takes an id: the argument, then the fields of its input. */
export interface IdPlace {
  readonly path: readonly string[];
  readonly name: string;
}

export async function schemaOf(stage: Stage, audience: Audience): Promise<GraphQLSchema> {
  return buildClientSchema((await stage.ask(audience, getIntrospectionQuery())).data);
}

/** Every root field of the three endpoints, as they say themselves. */
export async function rootFieldsOf(stage: Stage): Promise<RootField[]> {
  const fields: RootField[] = [];
  for (const audience of audiences) {
    const schema = await schemaOf(stage, audience);
    for (const operation of ['query', 'mutation'] as const) {
      const type = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
      for (const field of Object.values(type?.getFields() ?? {})) fields.push({ audience, operation, name: field.name, field });
    }
  }
  return fields;
}

/** Every place of a field that takes an id, also inside inputs and lists. */
export function idPlacesOf({ field }: RootField): IdPlace[] {
  const places: IdPlace[] = [];
  const walk = (type: GraphQLInputType, path: readonly string[]): void => {
    const named = getNamedType(type);
    if (isInputObjectType(named)) for (const inner of Object.values(named.getFields())) walk(inner.type, [...path, inner.name]);
    else if (named.name === 'ID') places.push({ path, name: path.at(-1)! });
  };
  for (const argument of field.args) walk(argument.type, [argument.name]);
  return places;
}

export type Put = ReadonlyMap<string, unknown>;

/** The call of a root field: what must be given is given, `put` decides at its places (`input.caseId`), `dummy` elsewhere. */
export function callOf(
  { operation, field }: RootField,
  put: Put,
  dummy: (typeName: string, name: string) => unknown,
): { query: string; variables: Record<string, unknown> } {
  const wanted = (path: string) => [...put.keys()].some((place) => place === path || place.startsWith(`${path}.`));
  const valueOf = (type: GraphQLInputType, path: string): unknown => {
    if (isNonNullType(type)) return valueOf(type.ofType, path);
    if (isListType(type)) return [valueOf(type.ofType, path)];
    if (put.has(path)) return put.get(path);
    if (isInputObjectType(type)) {
      const inner = Object.values(type.getFields()).filter((f) => isNonNullType(f.type) || wanted(`${path}.${f.name}`));
      return Object.fromEntries(inner.map((f) => [f.name, valueOf(f.type, `${path}.${f.name}`)]));
    }
    const given = dummy(type.name, path.split('.').at(-1)!);
    return given === undefined && isEnumType(type) ? type.getValues()[0]!.name : given;
  };
  const args = field.args.filter((argument) => isNonNullType(argument.type) || wanted(argument.name));
  const declared = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    query: `${operation}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selectionOf(getNamedType(field.type))} }`,
    variables: Object.fromEntries(args.map((argument) => [argument.name, valueOf(argument.type, argument.name)])),
  };
}

/** Everything a type can tell, four levels deep: a leak shows wherever it is. */
export function selectionOf(type: GraphQLNamedOutputType, depth = 4): string {
  if (!isCompositeType(type)) return '';
  if (!isObjectType(type)) return '{ __typename }';
  const parts = Object.values(type.getFields())
    .filter((field) => field.args.every((argument) => !isNonNullType(argument.type)))
    .map((field) => {
      const named = getNamedType(field.type);
      if (!isCompositeType(named)) return field.name;
      return depth > 1 ? `${field.name} ${selectionOf(named, depth - 1)}` : '';
    });
  return `{ ${parts.filter(Boolean).join(' ') || '__typename'} }`;
}
