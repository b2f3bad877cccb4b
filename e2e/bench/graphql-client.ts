import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '../../apps/api/create-api';
import { sessionToken } from './portfolio';
import { settings } from './tools';

/** The api of this process, asked over HTTP on open connections, as the nth collector. */
export class GraphqlClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  private constructor(
    readonly api: NestExpressApplication,
    private readonly port: number,
  ) {}

  static async open(): Promise<GraphqlClient> {
    const api = await createApi(settings);
    await api.listen(0, '127.0.0.1');
    return new GraphqlClient(api, (api.getHttpServer().address() as AddressInfo).port);
  }

  /** Throws when the answer holds errors. */
  async ask(query: string, variables: object, collector = 0): Promise<any> {
    const { status, body } = await this.post('/graphql/agency', JSON.stringify({ query, variables }), {
      cookie: `amiable_agency=${sessionToken(collector)}`,
    });
    const answer = JSON.parse(body) as { data: unknown; errors?: unknown };
    if (status !== 200 || answer.errors) throw new Error(`${status} ${body.slice(0, 500)}`);
    return answer.data;
  }

  post(path: string, body: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.port,
          path,
          method: 'POST',
          agent: this.agent,
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => resolve({ status: answer.statusCode!, body: Buffer.concat(parts).toString() }));
          answer.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async close(): Promise<void> {
    this.agent.destroy();
    await this.api.close();
  }
}
