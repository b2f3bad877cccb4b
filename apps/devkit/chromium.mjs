import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { inData, inRoot } from './paths.mjs';

const onThisSystem = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser that prints letters and runs the browser tests: PUPPETEER_EXECUTABLE_PATH, else the one
 * inside the npm package (Linux x64), else one installed on the system. Answers its path.
 */
export async function ensureChromium(env = process.env) {
  const given = env.PUPPETEER_EXECUTABLE_PATH;
  if (given) {
    if (fs.existsSync(given)) return given;
    throw new Failure(`PUPPETEER_EXECUTABLE_PATH=${given}: no such file`, {
      cure: 'Correct the path, or leave the setting out: Amiable brings its own browser.',
    });
  }
  const packaged = await fromPackage();
  if (packaged) return packaged;
  const found = onThisSystem.find((file) => fs.existsSync(file));
  if (found) return found;
  throw new Failure('No Chromium found to print letters with', {
    cure:
      'Install one (Debian: apt install chromium; elsewhere: npx puppeteer browsers install chrome-headless-shell)\n' +
      'and name it: PUPPETEER_EXECUTABLE_PATH=/path/to/chrome',
  });
}

async function fromPackage() {
  const manifest = inRoot('node_modules/@sparticuz/chromium/package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(manifest)) return undefined;
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  const home = inData(`chromium-${version}`);
  const browser = path.join(home, 'run-chromium');
  if (!fs.existsSync(browser)) await unpackInto(home);
  return browser;
}

/**
 * The package unpacks into the system's folder for temporary files under a fixed name, where users and
 * versions meet. So a child process does it with a folder of its own, which then gets its name in one
 * move: whoever comes second finds it done.
 */
async function unpackInto(home) {
  fs.mkdirSync(path.dirname(home), { recursive: true });
  const draft = fs.mkdtempSync(`${home}.`);
  try {
    await runUnpacker(draft, home);
    try {
      fs.renameSync(draft, home);
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    }
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

async function runUnpacker(draft, home) {
  const script = inRoot('apps/devkit/chromium-unpack.mjs');
  const child = spawn(process.execPath, [script, home], {
    env: { ...process.env, TMPDIR: draft },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new Failure('The browser could not be unpacked', {
    detail: complaints,
    cure: `It needs about 300 MB in ${inData()}. Or name one: PUPPETEER_EXECUTABLE_PATH=/path/to/chrome`,
  });
}
