import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer, serverSources } from './build-server.mjs';
import { buildWebApp, webApps } from './build-web.mjs';
import { explain, runCommand } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { whileLocked } from './lock.mjs';
import { inData, inRoot } from './paths.mjs';
import { Progress } from './progress.mjs';
import { refuseAncientNode, rerunOnRightNode } from './right-node.mjs';
import { filesBelow, fingerprint } from './sources.mjs';

/** The parts that are built, each with the sources that make a new build necessary. */
function parts() {
  const server = { name: 'server', files: serverSources(), output: 'dist/apps', build: buildServer };
  const web = webApps().map((app) => ({
    name: app,
    files: filesBelow([`apps/${app}`, 'libs/web-kit', 'libs/kernel', 'apps/api/graphql', 'apps/devkit/build-web.mjs', 'package-lock.json']),
    output: `dist/${app}`,
    build: () => buildWebApp(app),
  }));
  return [server, ...web];
}

const stampOf = (name) => inRoot('dist/.stamps', name);

function stamp({ name, print }) {
  fs.mkdirSync(path.dirname(stampOf(name)), { recursive: true });
  fs.writeFileSync(stampOf(name), print);
}

function isFresh({ name, print, output }) {
  if (!fs.existsSync(inRoot(output)) || !fs.existsSync(stampOf(name))) return false;
  return fs.readFileSync(stampOf(name), 'utf8') === print;
}

/** Builds what changed since the last build, as many parts at once as there are cores. */
export async function build(progress, { only } = {}) {
  await whileLocked(inData('build.lock'), async () => {
    const stale = parts()
      .filter(({ name }) => !only || only.includes(name))
      .map((part) => ({ ...part, print: fingerprint(part.files) }))
      .filter((part) => !isFresh(part));
    if (stale.length === 0) return;
    const names = stale.map(({ name }) => name).join(', ');
    await progress.step(`Build ${names}`, async ({ say }) => {
      const waiting = [...stale];
      const failures = []; // one broken part does not keep the others from being built
      const workers = Array.from({ length: Math.max(2, os.availableParallelism()) }, async () => {
        for (let part = waiting.shift(); part; part = waiting.shift()) {
          say(part.name);
          await part.build(part).then(
            () => stamp(part),
            (error) => failures.push(error),
          );
        }
      });
      await Promise.all(workers);
      for (const failure of failures.slice(1)) explain(failure);
      if (failures.length > 0) throw failures[0];
    });
  });
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runCommand(async () => {
    const progress = new Progress();
    refuseAncientNode();
    await ensureInstalled(progress);
    const code = await rerunOnRightNode();
    if (code !== undefined) return code;
    await build(progress);
    progress.line('  Everything is built.');
    return 0;
  });
}
