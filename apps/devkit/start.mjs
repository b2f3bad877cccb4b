import { runCommand } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { refuseAncientNode, rerunOnRightNode } from './right-node.mjs';
import { takeStartLock } from './start-lock.mjs';
import { readStartOptions, startHelp } from './start-options.mjs';
import { Progress } from './progress.mjs';

// `npm start`: from a fresh clone to a running portal. Until the packages are installed only Node's own
// modules may be used, and an older Node must understand it; the rest is loaded afterwards.
process.stdout.on('error', () => {}); // the terminal was closed: keep stopping things in order
await runCommand(async () => {
  const options = readStartOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(startHelp);
    return 0;
  }
  const progress = new Progress();
  refuseAncientNode();
  const lock = takeStartLock();
  try {
    await ensureInstalled(progress);
    const code = await rerunOnRightNode();
    if (code !== undefined) return code;
    const { runPortal } = await import('./portal.mjs');
    return await runPortal(progress, options);
  } finally {
    lock.release();
  }
});
process.exit(); // a step that was under way when everything stopped is given up together with its timers
