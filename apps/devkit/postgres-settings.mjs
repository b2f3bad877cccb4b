/** Sized for a small machine (2 cores, 4 GB): enough for a million cases, modest beside a browser. */
const common = {
  listen_addresses: '127.0.0.1',
  max_connections: 150,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  random_page_cost: '1.1',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // Our statements are short: compiling them costs more than it brings.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
};

/** For tests: data that nobody will miss need not survive a power cut. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '5min',
  max_connections: 250,
};

/** Command-line options of the server. `-k ""`: no Unix socket, whose path could be too long. */
export function serverOptions({ port, durable }) {
  const settings = { port, ...common, ...(durable ? {} : forgetful) };
  return ['-k ""', ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(' ');
}

/** One locale on every system: byte order, which no update of the system's libraries can change. */
export const initdbOptions = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--no-sync',
];

/**
 * The owner of the schema migrates and makes the restricted roles the processes sign in with. It is no
 * superuser, as on any managed server: a migration that needs more than this fails here first.
 */
export const ownerRights = 'LOGIN CREATEDB CREATEROLE BYPASSRLS';
