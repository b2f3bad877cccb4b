import { open } from 'node:fs/promises';

/** Something the person at the keyboard can mend: what happened, and the cure in plain words. */
export class Failure extends Error {
  constructor(message, { cure, detail, cause } = {}) {
    super(message, { cause });
    this.name = 'Failure';
    this.cure = cure;
    this.detail = detail;
  }
}

/** Prints a failure for people; an unexpected error keeps its stack, since then we need it. */
export function explain(error, stream = process.stderr) {
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error?.code) && error.path) {
    explain(noPermission(error.path, error), stream);
    return;
  }
  if (!(error instanceof Failure)) {
    stream.write(`\n✗ Unexpected error in the devkit\n${error?.stack ?? error}\n`);
    return;
  }
  const lines = [`\n✗ ${error.message}`];
  if (error.detail) lines.push(indent(error.detail, '  │ '));
  if (error.cure) lines.push(indent(error.cure, '  → '));
  stream.write(`${lines.join('\n')}\n`);
}

function indent(text, mark) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => mark + line)
    .join('\n');
}

/** Runs a devkit command: its number is the exit code, a Failure is explained and ends with 1. */
export async function runCommand(command) {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

/** A place we must write into and may not. */
export function noPermission(place, cause) {
  return new Failure(`Cannot write into ${place} (${cause.code ?? cause.message})`, {
    cause,
    cure:
      'It belongs to another user (perhaps an earlier start ran as root) or the disk is read-only or full.\n' +
      `Give it back to yourself (sudo chown -R "$(id -un)" "${place}"), or delete it.`,
  });
}

/** The last lines of a log file, to show why a process died. Empty when there is no log. */
export async function tailOf(file, lines = 25) {
  const reach = 32_768;
  let handle;
  try {
    handle = await open(file);
    const { size } = await handle.stat();
    const start = Math.max(0, size - reach);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(reach), 0, reach, start);
    return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  } finally {
    await handle?.close();
  }
}
