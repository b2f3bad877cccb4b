import { Refusal } from './errors';

/** States and where each may lead: pure data. `initial` is where rows begin, a state without exits is final. */
export interface StateTable<S extends string> {
  readonly of: string;
  readonly initial: readonly S[];
  readonly exits: { readonly [state in S]: readonly S[] };
}

/** The change asked for is not in the table. */
export class NoSuchTransition extends Refusal {
  constructor(of: string, from: string, to: string) {
    super('NO_SUCH_TRANSITION', { of, from, to });
  }
}

const tables: StateTable<string>[] = [];

/** Declares a state table and refuses, at boot, one in which a state cannot be reached or an exit leads nowhere. */
export function states<S extends string>(table: StateTable<S>): StateTable<S> {
  const known = new Set(Object.keys(table.exits));
  const seen = new Set<string>(table.initial);
  const queue: string[] = [...table.initial];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const next of (table.exits as Record<string, readonly string[]>)[state] ?? []) {
      if (!known.has(next)) throw new Error(`${table.of}: state ${state} leads to ${next}, which is not a state`);
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  const lost = [...known].filter((state) => !seen.has(state));
  if (lost.length > 0) throw new Error(`${table.of}: no way leads to ${lost.join(', ')}`);
  tables.push(table);
  return table;
}

/** All state tables declared so far (the architecture tests check their labels). */
export function declaredStates(): readonly StateTable<string>[] {
  return tables;
}

/** May a row in `from` go to `to`? */
export function mayMove<S extends string>(table: StateTable<S>, from: S, to: S): boolean {
  return table.exits[from].includes(to);
}

/** Throws NoSuchTransition unless the table has it. */
export function requireMove<S extends string>(table: StateTable<S>, from: S, to: S): void {
  if (!mayMove(table, from, to)) throw new NoSuchTransition(table.of, from, to);
}
