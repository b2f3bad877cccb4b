import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Failure, noPermission } from './failure.mjs';
import { initdbOptions } from './postgres-settings.mjs';
import { runPostgresProgram, serverIdentity } from './postgres-binaries.mjs';

/** The files of one embedded server, all in one folder. */
export const clusterFiles = (dir) => ({
  dir,
  data: path.join(dir, 'data'),
  draft: path.join(dir, 'data.new'),
  password: path.join(dir, 'password'),
  port: path.join(dir, 'port'),
  log: path.join(dir, 'server.log'),
  holders: path.join(dir, 'holders'),
  lock: `${dir}.lock`, // beside the folder: it must work before the folder exists
});

/** Makes the cluster when there is none. A half-made one (interrupted initdb) is thrown away. */
export async function ensureCluster({ bin, major }, files) {
  prepareFolder(files);
  if (fs.existsSync(files.data)) {
    refuseForeignCluster(files, major);
    return;
  }
  fs.rmSync(files.draft, { recursive: true, force: true });
  fs.writeFileSync(files.password, randomBytes(24).toString('hex'), { mode: 0o600 });
  giveToServer(files.dir, files.password);
  const args = [`--pgdata=${files.draft}`, '--username=postgres', `--pwfile=${files.password}`, ...initdbOptions];
  const { code, output } = await runPostgresProgram(bin, 'initdb', args);
  if (code !== 0) {
    throw new Failure('PostgreSQL could not make its data folder', { detail: output, cure: cureFor(output) });
  }
  fs.renameSync(files.draft, files.data); // from here on it is whole
}

function prepareFolder({ dir }) {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    fs.accessSync(dir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw noPermission(dir, error);
  }
}

function refuseForeignCluster({ data, password }, major) {
  const owner = fs.statSync(data).uid;
  const { uid = process.getuid?.() } = serverIdentity();
  if (uid !== undefined && owner !== uid) {
    throw noPermission(data, { code: `owned by user ${owner}, and this is user ${uid}` });
  }
  const reset = 'Start afresh with `npm start -- --reset` (the local data are lost)';
  let version;
  try {
    version = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
    fs.accessSync(path.join(data, 'global', 'pg_control'));
    fs.accessSync(password);
  } catch (cause) {
    throw new Failure(`The database folder ${data} is damaged: ${cause.message}`, { cause, cure: `${reset}.` });
  }
  if (Number(version) !== major) {
    throw new Failure(`${data} was made by PostgreSQL ${version}; this is PostgreSQL ${major}`, {
      cure: `${reset}, or keep it and run a PostgreSQL ${version} server of your own: DATABASE_URL=... npm start`,
    });
  }
}

/** Only where the server must be `nobody` for real (see serverIdentity). */
export function giveToServer(...places) {
  const { uid, gid } = serverIdentity();
  if (uid === undefined) return;
  for (const place of places) fs.chownSync(place, uid, gid);
}

export function cureFor(output) {
  if (/No space left/i.test(output)) return 'The disk is full: make room and start again.';
  if (/Permission denied|could not access|EACCES/i.test(output)) {
    return (
      'PostgreSQL refuses to run as root, and this machine does not let it run as somebody else here.\n' +
      'Run the command as an ordinary user, or move the checkout to a folder everybody may read, or set DATABASE_URL.'
    );
  }
  return 'Start afresh with `npm start -- --reset` (the local data are lost), or set DATABASE_URL to a server of your own.';
}
