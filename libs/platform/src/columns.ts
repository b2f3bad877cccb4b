import { Temporal } from '@amiable/kernel';
import { Column, type ColumnOptions } from 'typeorm';

type Transform<T> = { to(value: T | null | undefined): unknown; from(value: unknown): T | null };

const minorUnits: Transform<bigint> = {
  to: (value) => value?.toString() ?? value,
  from: (value) => (value === null ? null : BigInt(value as string)),
};
const civilDay: Transform<Temporal.PlainDate> = {
  to: (day) => day?.toString() ?? day,
  from: (day) => (day === null ? null : Temporal.PlainDate.from(day as string)),
};
const instant: Transform<Temporal.Instant> = {
  to: (at) => (at ? new Date(at.epochMilliseconds) : at),
  from: (at) => (at === null ? null : Temporal.Instant.fromEpochMilliseconds((at as Date).getTime())),
};

/** Minor units of a currency, bigint on both sides. */
export const MinorColumn = (name: string, options: ColumnOptions = {}) => Column('bigint', { name, transformer: minorUnits, ...options });
/** A calendar day, Temporal.PlainDate. */
export const DayColumn = (name: string, options: ColumnOptions = {}) => Column('date', { name, transformer: civilDay, ...options });
/** An instant in UTC, Temporal.Instant. */
export const InstantColumn = (name: string, options: ColumnOptions = {}) =>
  Column('timestamptz', { name, transformer: instant, ...options });
