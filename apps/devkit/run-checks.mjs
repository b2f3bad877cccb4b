import { spawn } from 'node:child_process';
import os from 'node:os';
import { build } from './build.mjs';
import { allChecks } from './checks.mjs';
import { explain, Failure } from './failure.mjs';
import { root } from './paths.mjs';
import { seconds } from './progress.mjs';
import { printTotals } from './totals.mjs';

/** Runs the checks whose name begins with one of `wanted` (all without), as many at once as there are cores. */
export async function runChecks(progress, wanted) {
  const waiting = allChecks().filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
  if (waiting.length === 0) {
    const names = allChecks().map(({ name }) => name);
    throw new Failure(`No check is called ${wanted.join(', ')}`, { cure: `There are: ${names.join(', ')}` });
  }
  // The web apps too: their build types the documents they ask with. What cannot be built is said by the checks as well.
  await build(progress).catch(explain);
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const hands = Array.from({ length: os.availableParallelism() }, async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const begun = performance.now();
      const { code, output } = await run(check);
      totals[code === 0 ? 'passed' : 'failed'] += 1;
      report(check, code, output, performance.now() - begun);
    }
  });
  await Promise.all(hands);
  printTotals('checks', totals);
  return totals.failed > 0 ? 1 : 0;
}

function report({ name, cure }, code, output, time) {
  const lines = [`  ${code === 0 ? '✓' : '✗'} ${name}  ${seconds(time)}`];
  if (code !== 0) {
    lines.push(
      ...output
        .trimEnd()
        .split('\n')
        .map((line) => `    │ ${line}`),
    );
    if (cure) lines.push(`    → ${cure}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function run({ script, args }) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
