export interface RefusalBody {
  type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
}

/** A refusal in Stripe's own shape: `{ "error": { type, code, message, param } }`. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly body: RefusalBody,
    /** Refused before anything was tried: the idempotency key stays free. */
    readonly beforeExecution = false,
  ) {
    super(body.message);
  }

  static invalid(message: string, more: { code?: string; param?: string } = {}): StripeRefusal {
    return new StripeRefusal(400, { type: 'invalid_request_error', message, ...more });
  }

  static parameter(code: string | undefined, param: string, message: string): StripeRefusal {
    return new StripeRefusal(400, { type: 'invalid_request_error', message, param, ...(code && { code }) }, true);
  }

  static missing(kind: string, id: string, param = 'id'): StripeRefusal {
    const message = `No such ${kind}: '${id}'`;
    return new StripeRefusal(404, { type: 'invalid_request_error', code: 'resource_missing', message, param }, true);
  }
}
