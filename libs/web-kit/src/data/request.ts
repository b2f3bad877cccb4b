import { currentSettings } from '../settings/settings';

/** A typed document: codegen's `graphql(...)` gives it; any object that prints as the operation will do. */
export interface TypedDocument<Result, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Result;
}

/** The server said no: a stable code, the facts to repair it, the input field it is about. Screens translate the code. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly field: string | null = null,
    readonly requestId: string | null = null,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

interface Endpoint {
  readonly url: string;
  readonly client: string;
  readonly onSessionOver: () => void;
}
let endpoint: Endpoint = { url: '/graphql', client: 'web', onSessionOver: () => {} };
export function configureRequests(chosen: Endpoint): void {
  endpoint = chosen;
}

interface Answer<Result> {
  data?: Result | null;
  errors?: ReadonlyArray<{
    message: string;
    extensions?: { code?: string; facts?: Record<string, unknown>; field?: string; requestId?: string };
  }>;
}

/** Minutes without a key or a pointer after which what a screen asks by itself is no sign of life of its user. */
const idleAfterMinutes = 3;
let touchedAt = Date.now();
for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'])
  globalThis.document?.addEventListener(kind, () => (touchedAt = Date.now()), { capture: true, passive: true });

/** Headers that every call of a face carries: `x-amiable-face` cannot be sent by a foreign page without asking first; sentences that the server words come in the reader's language. */
export const faceHeaders = (): Record<string, string> => ({
  'x-amiable-face': endpoint.client,
  'accept-language': currentSettings().language,
  ...(Date.now() - touchedAt > idleAfterMinutes * 60_000 && { 'x-amiable-idle': 'yes' }),
});

export async function request<Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await reach(endpoint.url, {
    method: 'POST',
    headers: { ...faceHeaders(), 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: document.toString(), variables }),
    credentials: 'same-origin',
    signal: signal ?? null,
  });
  const requestId = response.headers.get('x-request-id');
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  const error = answer.errors?.[0];
  if (error) throw refusalOf(error.extensions ?? {}, requestId);
  if (!answer.data) throw new Refusal('INTERNAL', {}, null, requestId);
  return answer.data;
}

function refusalOf(
  told: { code?: string; facts?: Record<string, unknown>; field?: string; requestId?: string },
  requestId: string | null,
): Refusal {
  const refusal = new Refusal(told.code ?? 'INTERNAL', told.facts ?? {}, told.field ?? null, told.requestId ?? requestId);
  if (refusal.code === 'SESSION_OVER' || refusal.code === 'UNAUTHENTICATED') endpoint.onSessionOver();
  return refusal;
}

/** fetch, with one kind of error: no network is the refusal UNREACHABLE. */
export async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal('UNREACHABLE');
  }
}

/** Sends a file with its progress (0 to 1), which fetch cannot tell; answers the JSON of the server. */
export function sendFile<Result>(
  url: string,
  file: Blob,
  headers: Record<string, string>,
  onProgress: (share: number) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', url);
    for (const [name, value] of Object.entries({ ...faceHeaders(), 'content-type': 'application/octet-stream', ...headers }))
      call.setRequestHeader(name, value);
    call.responseType = 'json';
    call.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    call.onerror = () => reject(new Refusal('UNREACHABLE'));
    call.onload = () => {
      const answer = call.response as
        | (Result & { code?: string; facts?: Record<string, unknown>; extensions?: { code?: string; facts?: Record<string, unknown> } })
        | null;
      if (call.status < 300 && answer) return resolve(answer);
      const told = answer?.extensions ?? answer ?? {};
      reject(
        refusalOf(
          { ...told, code: told.code ?? (call.status === 413 ? 'FILE_TOO_LARGE' : 'INTERNAL') },
          call.getResponseHeader('x-request-id'),
        ),
      );
    };
    call.send(file);
  });
}
