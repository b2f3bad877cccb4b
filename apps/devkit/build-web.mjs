import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { Failure } from './failure.mjs';
import { inRoot, root } from './paths.mjs';

/** The web apps there are: one with a vite.config.ts. Its configuration says where to and with what base. */
export function webApps() {
  return ['agency-web', 'client-web', 'debtor-web'].filter((app) => fs.existsSync(inRoot('apps', app, 'vite.config.ts')));
}

export async function buildWebApp(app) {
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', `apps/${app}`, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: root,
    // production: the small, quick React, also when tests ask for the build.
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Failure(`The web app ${app} does not build`, { detail: output, cure: 'Correct the lines above.' });
  }
  await compressAssets(inRoot('dist', app, 'assets'));
}

const brotli = promisify(zlib.brotliCompress);
const smallestWorthIt = 1_000;

/** What is built once and read often is compressed once, as well as can be: `name.js.br` beside `name.js`. */
async function compressAssets(folder) {
  if (!fs.existsSync(folder)) return;
  const texts = fs.readdirSync(folder).filter((name) => /\.(js|css|svg|json)$/.test(name));
  await Promise.all(
    texts.map(async (name) => {
      const bytes = await fs.promises.readFile(path.join(folder, name));
      if (bytes.length >= smallestWorthIt) await fs.promises.writeFile(path.join(folder, `${name}.br`), await brotli(bytes));
    }),
  );
}
