import { readTotalsOf, totalsLine } from './totals.mjs';

// The last line of .ci/run: what tests and checks counted, in one sum.
const totals = readTotalsOf(process.argv[2], ['tests', 'checks']);
process.stdout.write(`\n${totalsLine(totals)}\n`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
