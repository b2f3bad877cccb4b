import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

const ignored = new Set(['node_modules', 'dist', '.data', '.git', 'coverage']);

/** All files below the given files and folders (told from the root), as sorted paths told from the root. */
export function filesBelow(places) {
  return places.flatMap(walk).sort();
}

function walk(place) {
  const full = inRoot(place);
  const kind = fs.statSync(full, { throwIfNoEntry: false });
  if (!kind) return [];
  if (kind.isFile()) return [place];
  return fs
    .readdirSync(full, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name))
    .flatMap((entry) => {
      const inner = path.posix.join(place, entry.name);
      return entry.isDirectory() ? walk(inner) : entry.isFile() ? [inner] : [];
    });
}

/** A fingerprint of contents, not of times: a fresh checkout of the same sources needs no new build. */
export function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`);
    hash.update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}
