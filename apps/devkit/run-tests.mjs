import fs from 'node:fs';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { explain } from './failure.mjs';
import { inData, inRoot } from './paths.mjs';
import { runNode } from './run-child.mjs';
import { prepareTestDatabase, testEnvironment } from './test-database.mjs';
import { addTotals, printTotals } from './totals.mjs';

/** Builds, starts a database for this run, runs Jest with `args`, tidies up. Answers the exit code. */
export async function runTests(progress, args) {
  const results = inData(`jest-results-${process.pid}.json`);
  const browser = await progress.step('Browser for letters and pages', () => ensureChromium());
  const broken = await build(progress).then(() => 0, countAsFailure);
  const database = await progress.step('Test database', () => prepareTestDatabase());
  try {
    const jest = inRoot('node_modules/jest/bin/jest.js');
    const env = testEnvironment({ url: database.url, browser });
    const code = await runNode(jest, ['--json', `--outputFile=${results}`, ...args], env);
    const totals = addTotals([readTotals(results), { failed: broken }]);
    printTotals('tests', totals);
    return code || (totals.failed > 0 ? 1 : 0);
  } finally {
    fs.rmSync(results, { force: true });
    await database.stop();
  }
}

/** A part that does not build is one failure; the tests that do not need it still have their say. */
function countAsFailure(error) {
  explain(error);
  return 1;
}

/** A file of tests that could not even be loaded counts as a failed test. */
function readTotals(file) {
  let report;
  try {
    report = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // Jest itself did not get to the end
  }
  return addTotals([
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  ]);
}
