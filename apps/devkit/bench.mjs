import { runPrepared } from './prepare.mjs';

// `npm run bench`: on a database of its own, with the settings of a real one, thrown away afterwards.
await runPrepared(async (progress) => {
  const { build } = await import('./build.mjs');
  const { runBench } = await import('./run-bench.mjs');
  await build(progress, { only: ['server'] });
  return runBench(progress, process.argv.slice(2));
});
