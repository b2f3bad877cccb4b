import net from 'node:net';
import { Failure } from './failure.mjs';

/** A port nobody listens on right now. */
export async function freePort() {
  const server = net.createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Can one listen on this port, on the loopback and on all addresses? */
export async function isFree(port) {
  for (const host of ['127.0.0.1', undefined]) {
    const server = net.createServer();
    const code = await new Promise((resolve) => {
      server.once('error', (error) => resolve(error.code));
      server.listen(port, host, () => resolve(undefined));
    });
    if (server.listening) await new Promise((resolve) => server.close(resolve));
    if (code === 'EACCES') throw forbidden(port);
    if (code === 'EADDRINUSE') return false;
  }
  return true;
}

const forbidden = (port) =>
  new Failure(`This user may not listen on port ${port}`, {
    cure: 'Ports below 1024 belong to root: choose a higher one, such as PORT=3000.',
  });

/** The ports of `npm start`: PORT, and its neighbours unless set one by one. */
export function readPorts(env) {
  const base = portFrom('PORT', env.PORT, 3000);
  const ports = {
    PORT: base,
    WORKER_PORT: portFrom('WORKER_PORT', env.WORKER_PORT, base + 1),
    MAIL_PORT: portFrom('MAIL_PORT', env.MAIL_PORT, base + 2),
    STRIPE_LOCAL_PORT: portFrom('STRIPE_LOCAL_PORT', env.STRIPE_LOCAL_PORT, base + 3),
  };
  const byNumber = new Map();
  for (const [name, port] of Object.entries(ports)) {
    if (byNumber.has(port)) {
      throw new Failure(`${name} and ${byNumber.get(port)} are both ${port}`, {
        cure: `Give one of them another number, such as ${name}=${port + 10}.`,
      });
    }
    byNumber.set(port, name);
  }
  return ports;
}

function portFrom(name, text, standard) {
  const port = text === undefined || text === '' ? standard : Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Failure(`${name}=${text} is not a port`, { cure: 'Give a number from 1024 to 65535.' });
}

/** Stops with a sentence when one of the ports is taken. `users` names who wants which. */
export async function refuseTakenPorts(ports, users) {
  for (const [name, user] of Object.entries(users)) {
    if (await isFree(ports[name])) continue;
    const other = name === 'PORT' ? ports.PORT + 100 : ports[name] + 100;
    throw new Failure(`Port ${ports[name]}, wanted for ${user}, is taken by another program`, {
      cure: `Stop that program, or choose another port: ${name}=${other} npm start`,
    });
  }
}
