import { FAULT_KINDS, type Fault, type FaultKind } from '../http/faults';
import { StripeRefusal } from '../http/refusal';
import type { Control } from './control';

type Input = Record<string, unknown>;
type Action = (control: Control, input: Input) => unknown;

/** `POST /_control/<name>` with JSON or form fields. The README lists them. */
const ACTIONS: Record<string, Action> = {
  hold: (c) => (c.hold(), { holding: true }),
  release: (c, i) => ({ posted: c.release(disorderOf(i)) }),
  redeliver: (c, i) => ({ posted: c.redeliver(textOf(i, 'event') ?? 'all', disorderOf(i)) }),
  idle: async (c, i) => ({ idle: await c.whenIdle(numberOf(i, 'timeout_ms') ?? 10_000) }),
  settle: (c, i) => c.settle(needed(i, 'payment_intent'), choice(i, 'outcome', 'succeeded', 'failed')),
  'open-dispute': (c, i) =>
    c.openDispute(needed(i, 'charge'), {
      reason: textOf(i, 'reason'),
      amount: numberOf(i, 'amount'),
      inquiry: isOn(i, 'inquiry'),
    }),
  'close-dispute': (c, i) => c.closeDispute(needed(i, 'dispute'), choice(i, 'outcome', 'won', 'lost') ?? 'lost'),
  'decline-kept': (c, i) => (c.declineKept(needed(i, 'payment_method'), textOf(i, 'decline_code') ?? null), { ok: true }),
  'fail-refund': (c, i) => c.failRefund(needed(i, 'refund')),
  payout: (c, i) => c.payout({ onlyAvailable: isOn(i, 'only_available'), paid: i.paid === undefined || isOn(i, 'paid') }),
  'mark-paid': (c, i) => c.markPaid(needed(i, 'payout')),
  fault: (c, i) => (c.fault(faultOf(i)), { faults: c.faults.list() }),
  'clear-faults': (c) => (c.faults.clear(), { faults: [] }),
  settings: (c, i) => {
    const sepa = i.sepa_settle_ms === 'manual' ? 'manual' : numberOf(i, 'sepa_settle_ms');
    const capture = numberOf(i, 'capture_delay_ms');
    c.set({ ...(sepa !== undefined && { sepaSettleMs: sepa }), ...(capture !== undefined && { captureDelayMs: capture }) });
    return { ok: true };
  },
  tick: (c) => (c.tick(), { ok: true }),
};

/** `GET /_control/<name>`. */
const QUESTIONS: Record<string, Action> = {
  deliveries: (c) => c.deliveries(),
  faults: (c) => c.faults.list(),
};

/** @throws StripeRefusal for an unknown name or a bad field. */
export async function runControl(control: Control, method: string, name: string, input: Input): Promise<unknown> {
  const table = method === 'POST' ? ACTIONS : QUESTIONS;
  const action = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!action) throw StripeRefusal.missing('control', `${method} ${name}`);
  return action(control, input);
}

function faultOf(input: Input): Fault {
  const kind: FaultKind | undefined = choice(input, 'kind', ...FAULT_KINDS);
  if (!kind) throw StripeRefusal.parameter('parameter_missing', 'kind', `kind: one of ${FAULT_KINDS.join(', ')}`);
  return {
    kind,
    count: numberOf(input, 'count') ?? 1,
    delayMs: numberOf(input, 'delay_ms'),
    method: choice(input, 'method', 'GET', 'POST'),
    path: textOf(input, 'path'),
  };
}

function disorderOf(input: Input) {
  return { seed: numberOf(input, 'seed'), times: numberOf(input, 'times'), type: textOf(input, 'type') };
}

function textOf(input: Input, name: string): string | undefined {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function needed(input: Input, name: string): string {
  const value = textOf(input, name);
  if (!value) throw StripeRefusal.parameter('parameter_missing', name, `Missing required field: ${name}.`);
  return value;
}

function numberOf(input: Input, name: string): number | undefined {
  const value = input[name];
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0)
    throw StripeRefusal.parameter('parameter_invalid_integer', name, `${name}: a whole number`);
  return number;
}

function isOn(input: Input, name: string): boolean {
  return input[name] === true || input[name] === 'true';
}

function choice<T extends string>(input: Input, name: string, ...allowed: T[]): T | undefined {
  const value = textOf(input, name);
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (!found) throw StripeRefusal.parameter(undefined, name, `${name}: one of ${allowed.join(', ')}`);
  return found;
}
