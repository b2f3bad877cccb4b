import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A process named so that a later one with the same number is not taken for it: number and start time.
 * Undefined when no such process lives.
 */
export function markOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return undefined;
  }
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return `${pid} ${fields[19]}`;
  } catch {
    return `${pid}`; // no /proc on this system: the number alone must do
  }
}

/** Does the process that wrote this mark still live? */
export function isAlive(mark) {
  const pid = Number.parseInt(mark, 10);
  return Number.isInteger(pid) && pid > 0 && markOf(pid) === mark.trim();
}

const readMark = (file) => {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
};

/**
 * Takes a lock file for this process, sweeping away one whose owner died.
 * Returns { release } or, when a living process has it, { heldBy: pid }.
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = markOf(process.pid);
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, mine);
  try {
    for (;;) {
      try {
        fs.linkSync(draft, file); // link, not write: the file appears complete or not at all
        return { release: () => readMark(file) === mine && fs.rmSync(file, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = readMark(file);
      if (holder && isAlive(holder)) return { heldBy: Number.parseInt(holder, 10) };
      fs.rmSync(file, { force: true });
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Runs `work` while no other process of this checkout holds `file`; waits for its turn. */
export async function whileLocked(file, work) {
  for (;;) {
    const lock = takeLock(file);
    if (lock.release) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    await sleep(100);
  }
}
