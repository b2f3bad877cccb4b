/**
 * What goes wrong on purpose:
 * `drop_after` acts, then cuts the line; `hang_after` acts and never answers; `error_500_before` fails without acting;
 * `error_500_after` acts and answers 500; `rate_limit` answers 429; `slow` waits, then acts; `wrong_body` answers a web page.
 */
export const FAULT_KINDS = ['drop_after', 'hang_after', 'error_500_before', 'error_500_after', 'rate_limit', 'slow', 'wrong_body'] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  kind: FaultKind;
  /** How many requests it strikes. */
  count: number;
  /** For `slow` and `hang_after`. */
  delayMs?: number;
  method?: 'GET' | 'POST';
  /** Strikes only paths that start so, e.g. `/v1/refunds`. */
  path?: string;
}

/** Faults waiting for their requests, first set first used. */
export class Faults {
  private waiting: Fault[] = [];

  add(fault: Fault): void {
    this.waiting.push({ ...fault });
  }

  clear(): void {
    this.waiting = [];
  }

  list(): Fault[] {
    return this.waiting.map((fault) => ({ ...fault }));
  }

  take(method: string, path: string): Fault | undefined {
    const fault = this.waiting.find((f) => (!f.method || f.method === method) && (!f.path || path.startsWith(f.path)));
    if (!fault) return undefined;
    if (--fault.count <= 0) this.waiting = this.waiting.filter((each) => each !== fault);
    return fault;
  }
}
