import { runCommand } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { Progress } from './progress.mjs';
import { refuseAncientNode, rerunOnRightNode } from './right-node.mjs';

/**
 * The frame of every command but `npm start`: packages installed, the right Node, then `work(progress)`,
 * whose number is the exit code. Progress goes to the error output: the answer has the other for itself.
 */
export async function runPrepared(work) {
  await runCommand(async () => {
    const progress = new Progress(process.stderr);
    refuseAncientNode();
    await ensureInstalled(progress);
    return (await rerunOnRightNode()) ?? (await work(progress));
  });
}
