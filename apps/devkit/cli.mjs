import { runPrepared } from './prepare.mjs';

// `npm run cli -- <command>`: the operator's commands on the local installation, running or not.
await runPrepared(async (progress) => {
  const { build } = await import('./build.mjs');
  const { runCli } = await import('./run-cli.mjs');
  await build(progress, { only: ['server'] });
  return runCli(process.argv.slice(2));
});
