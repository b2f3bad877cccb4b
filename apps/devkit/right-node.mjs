import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';

// 24.7 is the first Node with argon2 in its crypto module, which hashes our passwords.
const needed = [24, 7];
const rerunMark = 'AMIABLE_DEVKIT_NODE';

/** Stops with a sentence where even installing would not work. */
export function refuseAncientNode() {
  if (!atLeast(process.versions.node, [20, 19])) {
    throw new Failure(`Node ${process.versions.node} is too old`, {
      cure: 'Install Node 20.19 or newer (npm then brings the Node 24 that Amiable runs on).',
    });
  }
}

/** The Node that the processes run on: the one npm installed for this platform, else this one. */
export function rightNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = inRoot('node_modules', `node-${platform}-${process.arch}`, 'bin', file);
  if (fs.existsSync(packaged)) return fs.realpathSync(packaged);
  if (atLeast(process.versions.node, needed)) return process.execPath;
  throw new Failure(`Amiable needs Node ${needed.join('.')} or newer; this is ${process.versions.node}`, {
    cure:
      'npm has no Node package for this system, or optional packages were left out at install.\n' +
      'Run `npm ci --include=optional`, or install Node 24 yourself and try again.',
  });
}

/**
 * Runs the current command again on the right Node and answers its exit code; undefined when this
 * process is already the right one.
 */
export async function rerunOnRightNode() {
  const node = rightNode();
  if (process.env[rerunMark] || fs.realpathSync(process.execPath) === node) {
    delete process.env[rerunMark];
    stopWithLauncher();
    return undefined;
  }
  const child = spawn(node, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [rerunMark]: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** When the launcher is killed the hard way, its channel closes: then end as if told to. */
function stopWithLauncher() {
  if (!process.channel) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

function atLeast(version, [major, minor]) {
  const [a, b] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}
