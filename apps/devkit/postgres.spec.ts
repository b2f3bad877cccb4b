import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const library = pathToFileURL(join(__dirname, 'postgres.mjs')).href;

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dir: string;

  /** Runs statements in a process of its own, as each command of the devkit is one. */
  const inProcess = async (body: string): Promise<any> => {
    const script = `
      import pg from 'pg';
      import { startPostgres } from '${library}';
      const start = () => startPostgres({ dir: ${JSON.stringify(dir)} });
      const query = async (server, sql) => {
        const client = new pg.Client({ connectionString: server.url });
        await client.connect();
        try { return (await client.query(sql)).rows; } finally { await client.end(); }
      };
      const answer = (value) => process.stdout.write(JSON.stringify(value));
      try { ${body} } catch (error) { answer({ message: error.message, cure: error.cure }); }`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: __dirname });
    return JSON.parse(stdout || 'null');
  };
  const inData = (...parts: string[]) => join(dir, 'data', ...parts);
  const serverPid = () => Number(readFileSync(inData('postmaster.pid'), 'utf8').split('\n')[0]);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'amiable-pg-'));
    dir = join(folder, 'pg');
  });

  afterEach(async () => {
    await run(process.execPath, [
      '--input-type=module',
      '-e',
      `const { discardPostgres } = await import('${library}'); await discardPostgres(${JSON.stringify(dir)});`,
    ]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps data and port over a restart, and stops when told', async () => {
    const first = await inProcess(
      `const s = await start(); await query(s, 'create table kept as select 42 as n'); await s.stop(); answer(s.port);`,
    );
    expect(existsSync(inData('postmaster.pid'))).toBe(false);
    const second = await inProcess(
      `const s = await start(); const rows = await query(s, 'select n from kept'); await s.stop(); answer([s.port, rows]);`,
    );
    expect(second).toEqual([first, [{ n: 42 }]]);
  });

  it('gives the owner of the schema no power over the server, and nobody a way in without password', async () => {
    const rights = await inProcess(
      `const s = await start(); const [me] = await query(s, 'select rolsuper from pg_roles where rolname = current_user'); await s.stop(); answer(me);`,
    );
    expect(rights).toEqual({ rolsuper: false });
    expect(readFileSync(inData('pg_hba.conf'), 'utf8')).not.toMatch(/^(?!#).*\btrust\b/m);
  });

  it('heals by itself after kill -9, a foreign process number in its note, and a half-made folder', async () => {
    mkdirSync(join(dir, 'data.new', 'base'), { recursive: true });
    await inProcess(`const s = await start(); await query(s, 'create table kept as select 1 as n'); answer(s.port);`);
    process.kill(serverPid(), 'SIGKILL');
    expect(await inProcess(`const s = await start(); answer([s.joined, await query(s, 'select n from kept')]); await s.stop();`)).toEqual([
      false,
      [{ n: 1 }],
    ]);
    writeFileSync(inData('postmaster.pid'), `${process.pid}\n${inData()}\n1\n5432\n\n127.0.0.1\n`);
    expect(await inProcess(`const s = await start(); answer(s.joined); await s.stop();`)).toBe(false);
  });

  it('is shared by two commands, and the last one switches it off', async () => {
    const answers = await Promise.all(
      [500, 1500].map((pause) =>
        inProcess(
          `const s = await start(); await new Promise((done) => setTimeout(done, ${pause})); await query(s, 'select 1'); answer([s.port, await s.stop()]);`,
        ),
      ),
    );
    const [port] = answers[0];
    expect(answers.map(([each]) => each)).toEqual([port, port]);
    expect(answers.map(([, switchedOff]) => switchedOff).sort()).toEqual([false, true]);
    expect(existsSync(inData('postmaster.pid'))).toBe(false);
  });

  it('names the cure for data of another version and for a damaged folder', async () => {
    await inProcess(`const s = await start(); await s.stop();`);
    writeFileSync(inData('PG_VERSION'), '15\n');
    expect(await inProcess(`await start();`)).toMatchObject({
      message: expect.stringContaining('made by PostgreSQL 15'),
      cure: expect.stringContaining('--reset'),
    });
    rmSync(inData('PG_VERSION'));
    expect(await inProcess(`await start();`)).toMatchObject({
      message: expect.stringContaining('damaged'),
      cure: expect.stringContaining('--reset'),
    });
  });
});
