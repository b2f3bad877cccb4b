import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { internalError, type Api, type ApiAnswer, type ApiQuestion } from '../api/api';
import { newId } from '../clock';
import type { Control } from '../control/control';
import { runControl } from '../control/control-routes';
import { dashboard } from '../pages/dashboard';
import type { HostedPages, PageAnswer } from '../pages/hosted';
import { PAGE_HEADERS } from '../pages/layout';
import type { Store } from '../store';
import type { Postman } from '../webhooks/postman';
import type { Fault } from './faults';
import { StripeRefusal } from './refusal';

export interface Parts {
  api: Api;
  pages: HostedPages;
  control: Control;
  store: Store;
  postman: Postman;
}

const MAX_BODY = 1_000_000;
const HANG_MS = 120_000;

/** Three doors on one port: `/v1` for the SDK, `/c/pay` and `/3ds` for payers, `/_control` and `/` for us. */
export function createHttpServer(parts: Parts): Server {
  return createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      const refusal = error instanceof StripeRefusal ? error : internalError();
      if (!(error instanceof StripeRefusal)) console.error('local-stripe: a request failed', error);
      if (response.headersSent) response.destroy();
      else sendJson(response, refusal.status, JSON.stringify({ error: refusal.body }));
    });
  });
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = request.method ?? 'GET';
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const body = method === 'GET' || method === 'HEAD' ? '' : await bodyOf(request);
  if (path.startsWith('/v1/')) {
    return answerApi(parts, { method, path, query, body, headers: request.headers }, response);
  }
  if (path === '/healthz') return sendJson(response, 200, '{"ok":true}');
  if (method !== 'GET' && method !== 'POST') return sendJson(response, 405, '{"error":{"message":"GET or POST"}}');
  if (method === 'POST') refuseForeignPage(request);
  if (path.startsWith('/_control/')) return answerControl(parts, method, path.slice('/_control/'.length), body, request, response);
  sendPage(response, pageFor(parts, method, path, new URLSearchParams(query), new URLSearchParams(body), request));
}

function pageFor(
  parts: Parts,
  method: 'GET' | 'POST',
  path: string,
  query: URLSearchParams,
  form: URLSearchParams,
  request: IncomingMessage,
): PageAnswer {
  const language = request.headers['accept-language'];
  const requestId = newId('req', 14);
  if (path.startsWith('/c/pay/')) return parts.pages.session(path.slice('/c/pay/'.length), method, query, form, language, requestId);
  if (path.startsWith('/3ds/')) {
    const answer = method === 'POST' ? form.get('answer') : null;
    return parts.pages.challenge(path.slice('/3ds/'.length), answer, language, requestId);
  }
  if (path.startsWith('/receipts/')) return parts.pages.receipt(path.slice('/receipts/'.length), language);
  if (path === '/' && method === 'GET') return { status: 200, html: dashboard(parts.store, parts.postman.isHolding) };
  return parts.pages.session('', 'GET', query, form, language);
}

async function answerApi(parts: Parts, question: ApiQuestion, response: ServerResponse): Promise<void> {
  const fault = parts.control.faults.take(question.method, question.path);
  const answer = await parts.api.answer(question, fault && (() => interlude(fault)));
  if (!fault) return sendAnswer(response, answer);
  if (fault.kind === 'drop_after') return void response.socket?.destroy();
  if (fault.kind === 'hang_after') {
    await wait(fault.delayMs ?? HANG_MS, undefined, { ref: false });
    return void response.socket?.destroy();
  }
  if (fault.kind === 'error_500_after') return sendAnswer(response, parts.api.breakAnswer(question));
  if (fault.kind === 'wrong_body') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Bad gateway</body></html>');
    return;
  }
  sendAnswer(response, answer);
}

async function interlude(fault: Fault): Promise<StripeRefusal | undefined> {
  if (fault.kind === 'slow') await wait(fault.delayMs ?? 1_000);
  if (fault.kind === 'error_500_before') return internalError();
  if (fault.kind !== 'rate_limit') return undefined;
  const message = 'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.';
  return new StripeRefusal(429, { type: 'invalid_request_error', code: 'rate_limit', message }, true);
}

async function answerControl(
  parts: Parts,
  method: string,
  name: string,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const result = await runControl(parts.control, method, name, isForm ? Object.fromEntries(new URLSearchParams(body)) : jsonOf(body));
  if (isForm && (request.headers.accept ?? '').includes('text/html')) return sendPage(response, { status: 303, location: '/' });
  sendJson(response, 200, JSON.stringify(result));
}

function jsonOf(body: string): Record<string, unknown> {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw StripeRefusal.invalid('The body must be a JSON object.');
}

/** A page of another site must not press our buttons. */
function refuseForeignPage(request: IncomingMessage): void {
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    throw new StripeRefusal(403, { type: 'invalid_request_error', message: 'Posted from another site.' });
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MAX_BODY) throw new StripeRefusal(413, { type: 'invalid_request_error', message: 'The body is too large.' });
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function sendAnswer(response: ServerResponse, { status, body, headers }: ApiAnswer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...headers }).end(body);
}

function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
}

function sendPage(response: ServerResponse, { status, html, location }: PageAnswer): void {
  response.writeHead(status, location ? { ...PAGE_HEADERS, Location: location } : PAGE_HEADERS).end(html ?? '');
}
