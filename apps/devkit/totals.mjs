import fs from 'node:fs';
import path from 'node:path';

export function addTotals(list) {
  const sum = (name) => list.reduce((total, one) => total + (one[name] ?? 0), 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The closing line of a command. Under .ci/run, which names a folder for the sums, it is left to that
 * script: one such line in its output, not three.
 */
export function printTotals(name, totals) {
  const folder = process.env.AMIABLE_TOTALS;
  if (!folder) {
    process.stdout.write(`\n${totalsLine(totals)}\n`);
    return;
  }
  fs.writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(totals));
  process.stdout.write(`\n(${name}: ${totalsLine(totals)})\n`);
}

/** All sums of a folder; a command that left none failed before it could count. */
export function readTotalsOf(folder, names) {
  return addTotals(
    names.map((name) => {
      try {
        return JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));
      } catch {
        return { passed: 0, failed: 1, skipped: 0 };
      }
    }),
  );
}
