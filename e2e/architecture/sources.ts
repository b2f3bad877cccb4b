import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The repository. */
export const root = join(__dirname, '..', '..');

/** Files below these folders whose path fits, relative to the repository; nothing built or installed. */
export function filesIn(folders: readonly string[], wanted: RegExp): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${String(file).split(sep).join('/')}`),
    )
    .filter((file) => wanted.test(file) && !/(^|\/)(node_modules|dist|\.data|coverage)\//.test(file))
    .sort();
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Runs a Node script in a folder; answers its exit code and all it said. */
export function runNode(script: string, args: readonly string[], cwd = root): { code: number; output: string } {
  try {
    return {
      code: 0,
      output: execFileSync(process.execPath, [script, ...args], {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 200e6,
      }),
    };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number | null; stdout: string; stderr: string };
    return { code: status ?? 1, output: `${stdout}${stderr}` };
  }
}
