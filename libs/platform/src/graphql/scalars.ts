import { parseDecimal, Refusal, Temporal, toDecimal } from '@amiable/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { GraphQLScalarType, Kind } from 'graphql';

/** What came in is not what the field takes; says what would be right. */
export class BadInput extends Refusal {
  constructor(expected: string, value: unknown, field?: string) {
    super('BAD_INPUT', { expected, value: String(value).slice(0, 100) }, field);
  }
}

function textScalar(name: string, description: string, check: (text: string) => string): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    if (typeof value !== 'string') throw new BadInput(name, value);
    return check(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}

/** Is this a civil day that the database knows too? It has no year 0. */
export function isDay(text: string): boolean {
  try {
    return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

export const DayScalar = textScalar('Date', 'A civil day, `yyyy-mm-dd`.', (text) => {
  if (!isDay(text)) throw new BadInput('Date yyyy-mm-dd', text);
  return text;
});

export const InstantScalar = textScalar('DateTime', 'An instant in UTC, ISO 8601.', (text) => {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    throw new BadInput('DateTime', text);
  }
});

export const DecimalScalar = textScalar('Decimal', 'A decimal number as text, `1234.56`.', (text) => {
  parseDecimal(text);
  return text;
});

export const FactsScalar = new GraphQLScalarType({
  name: 'Facts',
  description: 'Facts of an event, a JSON object; each kind names its own.',
  serialize: (value) => value,
});

@ObjectType({ description: 'An amount of money.' })
export class Money {
  @Field(() => DecimalScalar) amount: string;
  @Field(() => String) currency: string;
}

/** Minor units as the schema's Money. */
export function moneyOf(minor: bigint | string | number, currency: string): Money {
  return { amount: toDecimal(BigInt(minor)), currency };
}
