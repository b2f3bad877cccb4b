import 'reflect-metadata';
import { BadSettings, log, readSettings } from '@amiable/platform';
import { createApi } from './create-api';

async function main(): Promise<void> {
  const settings = readSettings();
  const app = await createApi(settings);
  await app.listen(settings.PORT);
  log.info({ port: settings.PORT }, 'api ready');
}

main().catch((error: Error) => {
  if (error instanceof BadSettings) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'the api could not start');
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 200).unref();
});
