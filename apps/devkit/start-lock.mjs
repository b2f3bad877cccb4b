import fs from 'node:fs';
import { Failure, noPermission } from './failure.mjs';
import { takeLock } from './lock.mjs';
import { dataDir, inData } from './paths.mjs';

const heldByLauncher = 'AMIABLE_START_LOCKED';

/** One `npm start` per checkout. The launcher takes the lock for the process it runs on the right Node. */
export function takeStartLock() {
  if (process.env[heldByLauncher]) return { release: () => {} };
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    const lock = takeLock(inData('start.lock'));
    if (lock.heldBy) throw alreadyRunning(lock.heldBy);
    process.env[heldByLauncher] = '1';
    return lock;
  } catch (error) {
    throw error instanceof Failure ? error : noPermission(dataDir, error);
  }
}

const alreadyRunning = (pid) =>
  new Failure(`Amiable is already started in this checkout (process ${pid})`, {
    cure: `Use that one, or stop it with Ctrl-C in its window (or: kill ${pid}) and start again.`,
  });
