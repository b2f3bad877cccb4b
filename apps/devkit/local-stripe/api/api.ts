import { timingSafeEqual } from 'node:crypto';
import { checkoutRoutes } from './checkout.routes';
import { moneyRoutes } from './money.routes';
import { otherRoutes } from './other.routes';
import { paymentIntentRoutes } from './payment-intent.routes';
import type { Route } from './route';
import { newId } from '../clock';
import { expand } from '../http/expand';
import { canonical, decodeForm } from '../http/form';
import type { IdempotencyKeys } from '../http/idempotency';
import { StripeRefusal } from '../http/refusal';
import { API_VERSION } from '../objects/event';
import type { Simulation } from '../simulation';

export interface ApiQuestion {
  method: string;
  path: string;
  query: string;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface ApiAnswer {
  status: number;
  body: string;
  headers: Record<string, string>;
}

/** Work between "the key is taken" and "the work is done": waiting on purpose, or failing. */
export type Interlude = () => Promise<StripeRefusal | undefined> | undefined;

const ROUTES = [...checkoutRoutes, ...paymentIntentRoutes, ...moneyRoutes, ...otherRoutes];
const MAJOR = API_VERSION.split('.')[1];

/** Stripe's HTTP protocol: key, version, idempotency, parameters, the operation, expansion, errors. */
export class Api {
  constructor(
    private readonly sim: Simulation,
    private readonly keys: IdempotencyKeys,
    private readonly secretKey: string,
  ) {}

  async answer(question: ApiQuestion, interlude?: Interlude): Promise<ApiAnswer> {
    const requestId = newId('req', 14);
    const headers: Record<string, string> = { 'Request-Id': requestId, 'Stripe-Version': API_VERSION };
    const key = question.method === 'POST' ? headerOf(question, 'idempotency-key') : undefined;
    let holdsKey = false;
    try {
      this.authenticate(question);
      const route = findRoute(question);
      if (key) {
        headers['Idempotency-Key'] = key;
        const given = canonical(decodeForm(question.body));
        const known = this.keys.begin(key, `${question.method} ${question.path} ${given}`, requestId);
        if (known) {
          headers['Idempotent-Replayed'] = 'true';
          headers['Original-Request'] = known.requestId;
          return { status: known.status, body: known.body, headers };
        }
        holdsKey = true;
      }
      const failure = await interlude?.();
      if (failure) throw failure;
      const body = this.run(route, question, requestId, key ?? null);
      if (key) this.keys.finish(key, 200, body);
      return { status: 200, body, headers };
    } catch (error) {
      const refusal = asRefusal(error);
      const body = JSON.stringify({ error: { ...refusal.body, request_log_url: `${this.sim.publicUrl}/#${requestId}` } }, null, 2);
      if (key && holdsKey) {
        if (refusal.beforeExecution) this.keys.release(key);
        else this.keys.finish(key, refusal.status, body);
      }
      return { status: refusal.status, body, headers };
    }
  }

  /** An answer of 500 that is kept for the key, as when Stripe failed after acting. */
  breakAnswer(question: ApiQuestion): ApiAnswer {
    const body = JSON.stringify({ error: internalError().body }, null, 2);
    const key = headerOf(question, 'idempotency-key');
    if (key) this.keys.finish(key, 500, body);
    return { status: 500, body, headers: { 'Request-Id': newId('req', 14) } };
  }

  private run(route: FoundRoute, question: ApiQuestion, requestId: string, key: string | null): string {
    const given = decodeForm(question.method === 'GET' ? question.query : question.body);
    const work = () => route.route.run(this.sim, given, route.id);
    const { answer, expand: paths } = question.method === 'GET' ? work() : this.sim.during({ id: requestId, idempotency_key: key }, work);
    return JSON.stringify(paths.length ? expand(this.sim.store, answer, paths) : answer, null, 2);
  }

  private authenticate(question: ApiQuestion): void {
    const given = keyFrom(headerOf(question, 'authorization'));
    if (!given) {
      const message =
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";
      throw new StripeRefusal(401, { type: 'invalid_request_error', message }, true);
    }
    if (!isSame(given, this.secretKey)) {
      const shown = `${given.slice(0, 8)}${'*'.repeat(8)}${given.length > 16 ? given.slice(-4) : ''}`;
      throw new StripeRefusal(401, { type: 'invalid_request_error', message: `Invalid API Key provided: ${shown}` }, true);
    }
    const version = headerOf(question, 'stripe-version');
    if (version && version.split('.')[1] !== MAJOR) {
      throw StripeRefusal.invalid(`Invalid Stripe API version: ${version}. The local Stripe speaks ${API_VERSION} only.`);
    }
  }
}

interface FoundRoute {
  route: Route;
  id: string;
}

function findRoute({ method, path }: ApiQuestion): FoundRoute {
  const parts = path.split('/').slice(1);
  for (const route of ROUTES) {
    if (route.method !== method || route.path.length !== parts.length) continue;
    if (!route.path.every((part, i) => part === ':id' || part === parts[i])) continue;
    return { route, id: safeDecode(parts[route.path.indexOf(':id')] ?? '') };
  }
  const message = `Unrecognized request URL (${method}: ${path}). The local Stripe does not have it, or there is a trailing slash in your URL.`;
  throw new StripeRefusal(404, { type: 'invalid_request_error', message }, true);
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function headerOf(question: ApiQuestion, name: string): string | undefined {
  const value = question.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function keyFrom(authorization: string | undefined): string | undefined {
  const [scheme, value] = authorization?.split(' ') ?? [];
  if (scheme === 'Bearer') return value;
  if (scheme === 'Basic' && value) return Buffer.from(value, 'base64').toString().split(':')[0];
  return undefined;
}

function isSame(given: string, secret: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}

export function internalError(): StripeRefusal {
  return new StripeRefusal(500, { type: 'api_error', message: 'An unknown error occurred' });
}

function asRefusal(error: unknown): StripeRefusal {
  if (error instanceof StripeRefusal) return error;
  console.error('local-stripe: an operation failed', error);
  return internalError();
}
