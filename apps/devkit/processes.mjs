import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Failure, tailOf } from './failure.mjs';
import { inData, inRoot, root } from './paths.mjs';

const guard = inRoot('apps/devkit/stop-with-parent.cjs');

function launch(name, script, { args = [], env }) {
  const log = inData('logs', `${name}.log`);
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const out = fs.openSync(log, 'w');
  const child = spawn(process.execPath, ['--enable-source-maps', '--require', guard, script, ...args], {
    cwd: root,
    env: { ...env, AMIABLE_PROCESS: name },
    stdio: ['ignore', out, out, 'ipc'],
    detached: true, // Ctrl-C reaches the starter only, which then stops things in order
  });
  fs.closeSync(out);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ reason: error.message }));
    child.once('exit', (code, signal) => resolve({ code, reason: signal ? `signal ${signal}` : `exit code ${code}` }));
  });
  return { name, log, child, ended, isOver: () => child.exitCode !== null || child.signalCode !== null };
}

/** A process that stays: api, worker, mail catcher, local Stripe. */
export class Service {
  constructor(name, script, { env, ready, anyAnswer = false, patience = 15_000 }) {
    Object.assign(this, { name, script, env, ready, anyAnswer, patience, running: undefined });
  }

  /** Starts it and waits until its `ready` address answers. Throws a Failure with the tail of its log. */
  async start() {
    this.running = launch(this.name, this.script, { env: this.env });
    const deadline = Date.now() + 90_000;
    while (!(await answers(this.ready, this.anyAnswer))) {
      if (this.running.isOver()) throw await this.death();
      if (Date.now() > deadline) throw await this.#silence();
      await Promise.race([this.running.ended, new Promise((resolve) => setTimeout(resolve, 60))]);
    }
  }

  /** Why it died, for people. */
  async death() {
    const { reason } = await this.running.ended;
    return new Failure(`${this.name} ended unexpectedly (${reason})`, {
      detail: `${await tailOf(this.running.log)}\n(full log: ${this.running.log})`,
      cure: 'The lines above say why. Mend it and start again.',
    });
  }

  async #silence() {
    return new Failure(`${this.name} did not become ready within 90 s (${this.ready})`, {
      detail: `${await tailOf(this.running.log)}\n(full log: ${this.running.log})`,
      cure: 'Is the machine very busy? Otherwise the lines above may say what it waits for.',
    });
  }

  /** Asks it to stop, and ends it when it does not within its patience. */
  async stop({ hurry = false } = {}) {
    if (!this.running || this.running.isOver()) return;
    this.running.child.kill(hurry ? 'SIGKILL' : 'SIGTERM');
    const timer = setTimeout(() => this.running.child.kill('SIGKILL'), this.patience);
    await this.running.ended;
    clearTimeout(timer);
  }
}

async function answers(url, any) {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await reply.arrayBuffer();
    return reply.ok || any;
  } catch {
    return false;
  }
}

/** A process that ends by itself, such as `migrate`. Answers its standard output; `say` hears the last line. */
export async function runToEnd(name, script, { args, env, say, onStart }) {
  const log = inData('logs', `${name}.log`);
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const child = spawn(process.execPath, ['--enable-source-maps', '--require', guard, script, ...args], {
    cwd: root,
    env: { ...env, AMIABLE_PROCESS: name },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  onStart?.(child);
  const out = fs.createWriteStream(log);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    for (const line of text.trim().split('\n')) if (line) say?.(line);
  });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await new Promise((resolve) => out.end(resolve));
  if (code === 0) return output;
  throw new Failure(`${name} failed`, {
    detail: `${await tailOf(log)}\n(full log: ${log})`,
    cure: 'The lines above say why. Mend it and start again; nothing that was there is lost.',
  });
}
