import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, tailOf } from './failure.mjs';
import { isAlive, markOf, whileLocked } from './lock.mjs';
import { freePort, isFree } from './ports.mjs';
import { findPostgresBinaries, runPostgresProgram } from './postgres-binaries.mjs';
import { clusterFiles, cureFor, ensureCluster, giveToServer } from './postgres-cluster.mjs';
import { ownerRights, serverOptions } from './postgres-settings.mjs';

/**
 * Starts the embedded server of `dir`, or joins the one already running there. Several commands of a
 * checkout may share it: the last one to call `stop` switches it off.
 * Answers { url, adminUrl, port, joined, stop }. Throws a Failure that names the cure.
 */
export async function startPostgres({ dir, durable = true }) {
  const files = clusterFiles(dir);
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  return whileLocked(files.lock, async () => {
    const binaries = findPostgresBinaries();
    await ensureCluster(binaries, files);
    let port = runningPort(files);
    const joined = port !== undefined;
    if (!joined) port = await launchServer(binaries, files, durable);
    const password = fs.readFileSync(files.password, 'utf8').trim();
    const urlFor = (user, database) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
    await ensureDatabase(urlFor('postgres', 'postgres'), password);
    hold(files);
    return {
      url: urlFor('amiable', 'amiable'),
      adminUrl: urlFor('postgres', 'postgres'),
      port,
      joined,
      stop: () => whileLocked(files.lock, () => stopWhenLast(binaries, files)),
    };
  });
}

async function launchServer({ bin }, files, durable) {
  fs.rmSync(path.join(files.data, 'postmaster.pid'), { force: true }); // of a server that was killed
  const port = await choosePort(files);
  const args = ['start', '-w', '-t', '60', '-D', files.data, '-l', files.log, '-o', serverOptions({ port, durable })];
  for (let attempt = 1; ; attempt += 1) {
    fs.writeFileSync(files.log, '');
    giveToServer(files.log);
    const { code, output } = await runPostgresProgram(bin, 'pg_ctl', args);
    if (code === 0) return port;
    const log = await tailOf(files.log);
    // After a kill -9 of the main process its children need a moment to notice and leave.
    if (attempt < 8 && /shared memory block .* still in use/.test(log)) {
      await sleep(500);
      continue;
    }
    throw new Failure('PostgreSQL did not start', {
      detail: `${log || output}\n(full log: ${files.log})`,
      cure: cureFor(log + output),
    });
  }
}

async function choosePort({ port: file }) {
  const last = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  const port = last > 0 && (await isFree(last)) ? last : await freePort();
  fs.writeFileSync(file, String(port));
  return port;
}

/** The port of the living server of this folder, read from PostgreSQL's own note of itself. */
function runningPort({ data }) {
  let note;
  try {
    note = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  return isServerOf(data, Number(note[0])) ? Number(note[3]) : undefined;
}

/** The number in the note may belong to another program by now: a container restarts counting at 1. */
function isServerOf(data, pid) {
  if (!(pid > 0) || !markOf(pid)) return false;
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data);
  } catch {
    return process.platform !== 'linux';
  }
}

/** The owner role and the empty database, once per cluster; harmless when they are there. */
async function ensureDatabase(adminUrl, password) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select exists (select from pg_roles where rolname = 'amiable') as owner,
              exists (select from pg_database where datname = 'amiable') as database`,
    );
    const verb = rows[0].owner ? 'ALTER' : 'CREATE';
    await client.query(`${verb} ROLE amiable ${ownerRights} PASSWORD '${password}'`);
    if (!rows[0].database) await client.query('CREATE DATABASE amiable OWNER amiable');
  } finally {
    await client.end();
  }
}

function hold({ holders }) {
  fs.mkdirSync(holders, { recursive: true });
  fs.writeFileSync(path.join(holders, String(process.pid)), markOf(process.pid));
}

/** Answers whether the server is down; false while another command still uses it. */
async function stopWhenLast({ bin }, files) {
  fs.rmSync(path.join(files.holders, String(process.pid)), { force: true });
  for (const name of fs.existsSync(files.holders) ? fs.readdirSync(files.holders) : []) {
    const file = path.join(files.holders, name);
    if (isAlive(fs.readFileSync(file, 'utf8'))) return false;
    fs.rmSync(file, { force: true });
  }
  await stopServer({ bin }, files);
  return true;
}

async function stopServer({ bin }, files) {
  if (runningPort(files) === undefined) return;
  const stop = (mode, wait) => runPostgresProgram(bin, 'pg_ctl', ['stop', '-D', files.data, '-m', mode, '-w', '-t', wait]);
  const { code } = await stop('fast', '30');
  if (code !== 0 && runningPort(files) !== undefined) await stop('immediate', '10');
}

/** Stops what a killed command left running in `dir`, and deletes the folder. */
export async function discardPostgres(dir) {
  const files = clusterFiles(dir);
  await whileLocked(files.lock, async () => {
    if (runningPort(files) !== undefined) await stopServer(findPostgresBinaries(), files);
    fs.rmSync(dir, { recursive: true, force: true });
  });
}
