import { StripeRefusal } from './refusal';
import type { FormTree, FormValue } from './form';

/** Reads one parameter; `name` is its full name for the message (`line_items[0][quantity]`). */
export type Reader<T> = (value: FormValue, name: string) => T;
export interface Field<T> {
  read: Reader<T>;
  required: boolean;
}
export type Shape = Record<string, Field<unknown>>;
type RequiredKeys<S extends Shape> = { [K in keyof S]: S[K] extends Required<unknown> ? K : never }[keyof S];
interface Required<T> extends Field<T> {
  required: true;
}
export type Parsed<S extends Shape> = {
  [K in RequiredKeys<S>]: S[K] extends Field<infer T> ? T : never;
} & { [K in Exclude<keyof S, RequiredKeys<S>>]?: S[K] extends Field<infer T> ? T : never };

export const optional = <T>(read: Reader<T>): Field<T> & { required: false } => ({ read, required: false });
export const required = <T>(read: Reader<T>): Required<T> => ({ read, required: true });

/** @throws StripeRefusal `parameter_unknown`, `parameter_missing` or what the readers find. */
export function readParams<S extends Shape>(shape: S, given: FormTree, prefix = ''): Parsed<S> {
  const nameOf = (key: string) => (prefix ? `${prefix}[${key}]` : key);
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(shape, key)) {
      throw StripeRefusal.parameter('parameter_unknown', nameOf(key), `Received unknown parameter: ${nameOf(key)}`);
    }
  }
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape)) {
    const value = given[key];
    if (value === undefined) {
      if (!field.required) continue;
      throw StripeRefusal.parameter('parameter_missing', nameOf(key), `Missing required param: ${nameOf(key)}.`);
    }
    result[key] = field.read(value, nameOf(key));
  }
  return result as Parsed<S>;
}

export const text: Reader<string> = (value, name) => {
  if (typeof value !== 'string') throw StripeRefusal.parameter(undefined, name, `Invalid string: ${name}`);
  if (value === '') {
    throw StripeRefusal.parameter(
      'parameter_invalid_empty',
      name,
      `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
    );
  }
  if (value.length > 5000) {
    throw StripeRefusal.parameter('parameter_invalid_string_length', name, `Invalid string: must be at most 5000 characters`);
  }
  return value;
};

export const integer =
  (least = Number.MIN_SAFE_INTEGER): Reader<number> =>
  (value, name) => {
    if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value)) {
      const shown = typeof value === 'string' ? value : '{...}';
      throw StripeRefusal.parameter('parameter_invalid_integer', name, `Invalid integer: ${shown}`);
    }
    if (Number(value) < least) {
      const rule = least === 1 ? 'must be greater than or equal to 1' : `must be at least ${least}`;
      throw StripeRefusal.parameter('parameter_invalid_integer', name, `Invalid ${name}: This value ${rule}.`);
    }
    return Number(value);
  };

export const flag: Reader<boolean> = (value, name) => {
  if (value === 'true' || value === 'false') return value === 'true';
  throw StripeRefusal.parameter(undefined, name, `Invalid boolean: ${typeof value === 'string' ? value : '{...}'}`);
};

export const oneOf =
  <T extends string>(...allowed: T[]): Reader<T> =>
  (value, name) => {
    const found = allowed.find((each) => each === value);
    if (found) return found;
    throw StripeRefusal.parameter(undefined, name, `Invalid ${name}: must be one of ${allowed.join(', ')}`);
  };

export const listOf =
  <T>(read: Reader<T>): Reader<T[]> =>
  (value, name) => {
    if (!Array.isArray(value)) throw StripeRefusal.parameter(undefined, name, 'Invalid array');
    return value.map((each, place) => read(each, `${name}[${place}]`));
  };

export const nested =
  <S extends Shape>(shape: S): Reader<Parsed<S>> =>
  (value, name) => {
    if (typeof value === 'string' || Array.isArray(value)) throw StripeRefusal.parameter(undefined, name, 'Invalid object');
    return readParams(shape, value, name);
  };

/** At most 50 keys of 40 signs with values of 500; an empty value leaves the key out. */
export const metadata: Reader<Record<string, string>> = (value, name) => {
  if (value === '') return {};
  if (typeof value === 'string' || Array.isArray(value)) throw StripeRefusal.parameter(undefined, name, 'Invalid object');
  const entries = Object.entries(value).filter(([, each]) => each !== '');
  if (entries.length > 50) throw StripeRefusal.parameter(undefined, name, 'You can have at most 50 metadata keys.');
  return Object.fromEntries(
    entries.map(([key, each]) => {
      if (typeof each !== 'string') throw StripeRefusal.parameter(undefined, `${name}[${key}]`, 'Metadata values must be strings.');
      if (key.length > 40 || each.length > 500) {
        throw StripeRefusal.parameter(
          undefined,
          `${name}[${key}]`,
          'Metadata keys can be up to 40 characters and values up to 500 characters long.',
        );
      }
      return [key, each];
    }),
  );
};

/** Accepted because Stripe accepts it; it changes nothing here. */
export const ignored: Reader<undefined> = () => undefined;
