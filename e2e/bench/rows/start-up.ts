import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { below, type Measure, type RowTask } from '../bench.types';
import { freePort } from '../tools';

const apps = join(__dirname, '..', '..', '..', 'apps');

/** Seconds until the api and the worker answer "ready", and what both hold in memory when nobody asks for anything. */
export async function startUp(_task: RowTask): Promise<Measure[]> {
  const api = await start('api', 'PORT', '/health/ready');
  const worker = await start('worker', 'WORKER_PORT', '/health/ready');
  await pause(3_000);
  const [apiMb, workerMb] = [residentMb(api.child), residentMb(worker.child)];
  await Promise.all([stop(api.child), stop(worker.child)]);
  const measures: Measure[] = [
    { row: 'start-up, api ready', ours: api.seconds, unit: 's', better: 'less', rssMb: apiMb, goals: [below(3, api.seconds, 's')] },
    { row: 'start-up, worker ready', ours: worker.seconds, unit: 's', better: 'less', rssMb: workerMb },
  ];
  if (apiMb && workerMb)
    measures.push({
      row: 'idle memory, api and worker',
      ours: apiMb + workerMb,
      unit: 'MB',
      better: 'less',
      goals: [below(600, apiMb + workerMb, 'MB')],
    });
  return measures;
}

async function start(app: string, portName: string, path: string): Promise<{ child: ChildProcess; seconds: number }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', join(apps, app, 'main.js')], {
    env: { ...process.env, [portName]: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return { child, seconds: (performance.now() - began) / 1_000 };
    if (child.exitCode !== null || performance.now() - began > 60_000) throw new Error(`the ${app} did not become ready`);
    await pause(20);
  }
}

/** Linux tells it; elsewhere the row goes without. */
function residentMb(child: ChildProcess): number | undefined {
  const file = `/proc/${child.pid}/status`;
  return existsSync(file) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024 : undefined;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  if (child.exitCode === null) await once(child, 'exit');
  clearTimeout(timer);
}
