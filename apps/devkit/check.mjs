import { runPrepared } from './prepare.mjs';

// `npm run check`: everything that can be said about the sources without running the tests.
await runPrepared(async (progress) => {
  const { runChecks } = await import('./run-checks.mjs');
  return runChecks(progress, process.argv.slice(2));
});
