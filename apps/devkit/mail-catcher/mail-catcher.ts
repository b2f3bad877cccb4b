import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { answerInbox } from './inbox';
import { MailStore } from './mail-store';

export interface MailCatcherOptions {
  /** 0 takes a free port. */
  smtpPort: number;
  webPort: number;
  dataDir: string;
  /** How many mails are kept. */
  limit?: number;
}

export interface MailCatcher {
  smtpPort: number;
  webPort: number;
  store: MailStore;
  stop(): Promise<void>;
}

/** A mail server for development and tests that delivers nothing and shows everything. Loopback only. */
export async function startMailCatcher({ smtpPort, webPort, dataDir, limit }: MailCatcherOptions): Promise<MailCatcher> {
  const store = new MailStore(dataDir, limit);
  const smtp = smtpServer(store);
  const web = createServer((request, response) => void answerInbox(store, request, response));
  const ports = { smtp: await listen(smtp.server, smtpPort), web: await listen(web, webPort) };
  return {
    smtpPort: ports.smtp,
    webPort: ports.web,
    store,
    async stop() {
      web.closeAllConnections();
      await Promise.all([new Promise<void>((done) => smtp.close(done)), new Promise((done) => web.close(done))]);
    },
  };
}

function smtpServer(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }), // any password will do
    disabledCommands: ['STARTTLS'], // no certificate on the loopback
    disableReverseLookup: true,
    size: 25 * 1024 * 1024,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('Message exceeds 25 MB'), { responseCode: 552 }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { sender: mailFrom ? mailFrom.address : '', recipients: rcptTo.map(({ address }) => address) };
        store.add(Buffer.concat(chunks), envelope).then(({ id }) => done(null, `Kept as ${id}`), done);
      });
    },
  });
  server.on('error', (error) => console.error(`SMTP: ${error.message}`)); // a client that hangs up is no reason to stop
  return server;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
