import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { Failure } from './failure.mjs';
import { inData, inRoot, root } from './paths.mjs';
import { whileLocked } from './lock.mjs';

const readJson = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Is what lies in node_modules what package-lock.json asks for? npm notes what it installed in
 * node_modules/.package-lock.json, so an `npm ci` by hand counts too and needs no stamp of ours.
 */
export function isInstalled() {
  const installed = readJson(inRoot('node_modules/.package-lock.json'))?.packages;
  if (!installed) return false;
  const wanted = readJson(inRoot('package-lock.json'))?.packages;
  if (!wanted) return true;
  return Object.entries(wanted).every(([place, { version, optional, devOptional, peer, link }]) => {
    if (place === '' || link) return true;
    const found = installed[place];
    return found ? found.version === version : Boolean(optional || devOptional || peer);
  });
}

/** Installs from the lock file when something is missing. */
export async function ensureInstalled(progress) {
  if (isInstalled()) return;
  await whileLocked(inData('install.lock'), async () => {
    if (isInstalled()) return; // another command of this checkout has just done it
    const verb = fs.existsSync(inRoot('package-lock.json')) ? 'ci' : 'install';
    await progress.step(`Install packages (npm ${verb}, about a minute)`, ({ say }) => npm(verb, say));
  });
}

async function npm(verb, say) {
  // Under `npm start` npm tells which npm and which Node it is; otherwise the one on the PATH.
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const known = script?.endsWith('.js');
  const command = known ? (node ?? process.execPath) : 'npm';
  // NODE_ENV=production would leave out the build tools, which are needed here.
  const args = [...(known ? [script] : []), verb, '--include=dev', '--include=optional'];
  const child = spawn(command, args, {
    cwd: root,
    shell: !known && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      say(text.trim().split('\n').at(-1));
    });
  }
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += `\n${error.message}`;
      resolve(1);
    });
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Failure(`npm ${verb} failed`, {
      detail: output.split('\n').slice(-30).join('\n'),
      cure: 'Check the network and the rights on this folder, then run the command again.',
    });
  }
}
