import { createHash } from 'node:crypto';
import type { Clock } from '../clock';
import type { StoredAnswer } from '../store';
import { StripeRefusal } from './refusal';

const MAX_KEY = 255;
const KEPT_MS = 24 * 3_600_000;

/**
 * Stripe's rule (API v1): the first answer is kept once work began, also a 500; the same key with other
 * parameters is an error; a second call while the first runs is a conflict; keys live for 24 hours.
 */
export class IdempotencyKeys {
  private calls = 0;

  constructor(
    private readonly answers: Map<string, StoredAnswer>,
    private readonly clock: Clock,
  ) {}

  /** The kept answer, or undefined: then the key is taken and `finish` or `release` must follow. */
  begin(key: string, request: string, requestId: string): (StoredAnswer & { status: number; body: string }) | undefined {
    if (key.length > MAX_KEY) {
      throw StripeRefusal.parameter(undefined, 'Idempotency-Key', `Idempotency keys may be at most ${MAX_KEY} characters long.`);
    }
    if (++this.calls % 1_000 === 0) this.forgetOld();
    const fingerprint = createHash('sha256').update(request).digest('hex');
    const known = this.answers.get(key);
    if (!known || this.clock() - known.at > KEPT_MS) {
      this.answers.set(key, { fingerprint, at: this.clock(), requestId });
      return undefined;
    }
    if (known.fingerprint !== fingerprint) throw reusedKey(key);
    if (known.status === undefined || known.body === undefined) throw keyInUse(key);
    return { ...known, status: known.status, body: known.body };
  }

  finish(key: string, status: number, body: string): void {
    const answer = this.answers.get(key);
    if (answer) Object.assign(answer, { status, body });
  }

  release(key: string): void {
    this.answers.delete(key);
  }

  private forgetOld(): void {
    const oldest = this.clock() - KEPT_MS;
    for (const [key, answer] of this.answers) if (answer.at < oldest) this.answers.delete(key);
  }
}

function reusedKey(key: string): StripeRefusal {
  const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new StripeRefusal(400, { type: 'idempotency_error', message }, true);
}

function keyInUse(key: string): StripeRefusal {
  const message = `There is currently another in-progress request using this Idempotency Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new StripeRefusal(409, { type: 'idempotency_error', code: 'idempotency_key_in_use', message }, true);
}
