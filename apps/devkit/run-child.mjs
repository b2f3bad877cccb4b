import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * Runs a Node script with our own input and output and answers its exit code. Signals are passed on, so
 * that we are still there to tidy up after it.
 */
export async function runNode(script, args, env = process.env) {
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { cwd: root, env, stdio: 'inherit' });
  const passOn = (signal) => child.kill(signal);
  const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'];
  for (const signal of signals) process.on(signal, passOn);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    for (const signal of signals) process.off(signal, passOn);
  }
}
