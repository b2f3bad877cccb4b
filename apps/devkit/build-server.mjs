import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { inRoot } from './paths.mjs';
import { filesBelow } from './sources.mjs';

const places = ['apps/api', 'apps/worker', 'apps/cli', 'apps/devkit', 'libs', 'migrations', 'e2e/bench'];
const rules = ['.swcrc', 'package-lock.json', 'apps/devkit/build-server.mjs'];
/** What the server reads beside code: translations, templates, letter styles, fonts, schemas. */
const asset = /\.(json|liquid|html|css|woff2|svg|png|sql|graphql|csv|txt)$/;
const isCode = (file) => file.endsWith('.ts') && !/\.(d|spec)\.ts$/.test(file);
const isServer = (file) => !file.startsWith('libs/web-kit/');
const inDist = (file) => inRoot('dist', file);

export function serverSources() {
  return [...filesBelow(places).filter((file) => isServer(file) && (isCode(file) || asset.test(file))), ...rules];
}

/**
 * Compiles the server into dist/ with swc, file beside file, writing only what changed, and deletes
 * what has no source any more: a migration taken away must not run again.
 */
export async function buildServer({ files }) {
  const { transformFile } = await import('@swc/core');
  const mine = files.filter((file) => !rules.includes(file));
  const outputs = new Set();
  const write = (file, content) => {
    outputs.add(file);
    writeWhenNew(inDist(file), content);
  };
  const compile = async (file) => {
    const output = file.replace(/\.ts$/, '.js');
    const options = { filename: inRoot(file), cwd: inRoot(), root: inRoot(), sourceMaps: true, jsc: { baseUrl: inRoot() } };
    const { code, map } = await transformFile(inRoot(file), options);
    write(output, `${code}\n//# sourceMappingURL=${path.basename(output)}.map\n`);
    write(`${output}.map`, map);
  };
  const results = await Promise.allSettled(mine.map((file) => (isCode(file) ? compile(file) : write(file, fs.readFileSync(inRoot(file))))));
  const broken = results.filter(({ status }) => status === 'rejected');
  if (broken.length > 0) {
    throw new Failure('The server does not compile', {
      detail: broken.map(({ reason }) => reason.message).join('\n'),
      cure: 'Correct the lines above.',
    });
  }
  prune(outputs);
}

function writeWhenNew(target, content) {
  const bytes = Buffer.from(content);
  if (fs.existsSync(target) && fs.readFileSync(target).equals(bytes)) return;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  // Aside and renamed: a process that starts right now reads the old file or the new one, never a half.
  const draft = `${target}.${process.pid}`;
  fs.writeFileSync(draft, bytes);
  fs.renameSync(draft, target);
}

function prune(outputs) {
  for (const folder of new Set(places.map((place) => `dist/${place.split('/')[0]}`))) {
    for (const file of filesBelow([folder])) {
      if (!outputs.has(file.slice('dist/'.length))) fs.rmSync(inRoot(file));
    }
  }
}
