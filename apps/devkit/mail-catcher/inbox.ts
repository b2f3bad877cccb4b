import type { IncomingMessage, ServerResponse } from 'node:http';
import { inboxPage, mailPage, missingPage } from './inbox-pages';
import { inboxScript } from './inbox-script';
import { inboxStyle } from './inbox-style';
import { mailBody, mailBodyPolicy } from './mail-body';
import type { MailStore } from './mail-store';
import type { MailAttachment, WholeMail } from './mail.types';

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; script-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const perPage = 100;

interface Answer {
  status?: number;
  type?: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
}

const html = (body: string, status = 200): Answer => ({ status, type: 'text/html; charset=utf-8', body });
const json = (value: unknown, status = 200): Answer => ({ status, type: 'application/json', body: JSON.stringify(value) });

/** The web inbox and its JSON interface. */
export async function answerInbox(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let answer: Answer;
  try {
    answer = isLocal(request.headers.host) ? await route(store, request) : html('Only reachable as localhost.', 421);
  } catch (error) {
    console.error(error);
    answer = json({ error: 'INTERNAL' }, 500);
  }
  response.writeHead(answer.status ?? 200, {
    'content-type': answer.type ?? 'text/plain; charset=utf-8',
    'content-security-policy': pagePolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** A web page out there must not read the mails by pointing its own name at this machine. */
function isLocal(host = ''): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host.replace(/:\d+$/, ''));
}

async function route(store: MailStore, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [first = '', second = '', third = '', fourth = ''] = url.pathname.split('/').filter(Boolean);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (first === 'api' && second === 'mails') return api(store, request.method ?? 'GET', url, third, fourth);
  if (!reads) return json({ error: 'METHOD_NOT_ALLOWED' }, 405);
  if (first === 'health') return json({ status: 'ok' });
  if (first === 'inbox.css') return { type: 'text/css', body: inboxStyle };
  if (first === 'inbox.js') return { type: 'text/javascript', body: inboxScript };
  if (first === '') {
    const query = url.searchParams.get('q') ?? '';
    const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1);
    const mails = store.list(query);
    return html(inboxPage({ mails: mails.slice((page - 1) * perPage, page * perPage), total: mails.length, query, page, perPage }));
  }
  const mail = first === 'mails' ? await store.read(second) : undefined;
  if (!mail) return html(missingPage(), 404);
  if (third === 'body') return { ...html(mailBody(mail)), headers: { 'content-security-policy': mailBodyPolicy } };
  return html(mailPage(mail));
}

async function api(store: MailStore, method: string, url: URL, id: string, part: string): Promise<Answer> {
  if (method === 'DELETE' && !id) return json({ deleted: await store.clear() });
  if (method !== 'GET' && method !== 'HEAD') return json({ error: 'METHOD_NOT_ALLOWED' }, 405);
  if (!id) {
    const mails = store.list(url.searchParams.get('q') ?? '');
    return json({ total: mails.length, mails: mails.slice(0, Number(url.searchParams.get('limit')) || 1000) });
  }
  const mail = await store.read(id);
  if (!mail) return json({ error: 'NOT_FOUND' }, 404);
  if (part === '') return json(asJson(mail));
  if (part === 'raw') return download((await store.raw(id)) as Uint8Array, `${id}.eml`, 'message/rfc822');
  const [, index] = /^attachment-(\d+)$/.exec(part) ?? [];
  const found = index === undefined ? undefined : mail.parts[Number(index)];
  return found ? download(found.content, found.filename, typeOf(found)) : json({ error: 'NOT_FOUND' }, 404);
}

const asJson = ({ parts, ...mail }: WholeMail) => ({
  ...mail,
  parts: parts.map(({ filename, mimeType, size, contentId }, index) => ({
    filename,
    mimeType,
    size,
    contentId,
    url: `/api/mails/${mail.id}/attachment-${index}`,
  })),
});

/** A name of the sender's making, and a type that is one: nothing of a mail may become a header of ours. */
const typeOf = ({ mimeType }: MailAttachment) => (/^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream');

function download(body: Uint8Array, filename: string, type: string): Answer {
  const plain = filename.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return { type, body, headers: { 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}` } };
}
