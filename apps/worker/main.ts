import 'reflect-metadata';
import { createServer } from 'node:http';
import { BadSettings, Database, log, readSettings } from '@amiable/platform';
import { NestFactory } from '@nestjs/core';
import { recurringTasks, startSchedule } from './schedule';
import { startWorkLoop } from './work-loop';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  const settings = readSettings();
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), { logger: false, abortOnError: false });
  const database = app.get(Database);
  await database.acrossClientsAsWorker((db) => db.row(`select 1 from agency`));
  const stopLoop = startWorkLoop(app);
  const stopSchedule = startSchedule(recurringTasks(app), database, (name, error) =>
    log.error({ err: error, task: name }, 'a recurring task failed'),
  );
  const health = createServer((req, res) => {
    void (req.url === '/health/live' ? Promise.resolve() : database.acrossClientsAsWorker((db) => db.row(`select 1 as ok`))).then(
      () => res.writeHead(200).end('ready'),
      () => res.writeHead(503).end('database unreachable'),
    );
  });
  health.listen(settings.WORKER_PORT, () => log.info({ port: settings.WORKER_PORT }, 'worker ready'));
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'worker finishes what it holds');
    void (async () => {
      await Promise.all([stopLoop(), stopSchedule()]);
      health.close();
      await app.close();
      process.exit(0);
    })();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: Error) => {
  if (error instanceof BadSettings) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'the worker could not start');
  setTimeout(() => process.exit(1), 200);
});
