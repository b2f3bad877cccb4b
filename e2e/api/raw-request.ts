import { request } from 'node:http';

export interface Heard {
  readonly status: number;
  /** The headers as JSON, then the body. */
  readonly text: string;
}

/** A request on a connection of its own, with any headers at all: fetch and supertest would write some of theirs. */
export function ask(
  url: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Buffer,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(url);
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const sent = request(
      {
        hostname,
        port,
        path,
        method,
        setHost: false,
        agent: false,
        headers: { host, ...(bytes && { 'content-length': String(bytes.length) }), ...headers },
      },
      (res) => {
        let text = `${JSON.stringify(res.headers)}\n`;
        res.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        res.on('end', () => resolve({ status: res.statusCode!, text }));
        res.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(bytes);
  });
}
