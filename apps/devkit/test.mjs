import { runPrepared } from './prepare.mjs';

// `npm test [-- pattern]`: everything the tests need, the tests, and one line with the sums.
await runPrepared(async (progress) => {
  const { runTests } = await import('./run-tests.mjs');
  return runTests(progress, process.argv.slice(2));
});
