import { Zip, ZipPassThrough } from 'fflate';

/** One file of a bundle; its bytes are asked for when its turn comes. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array | null>;
}

/** Files as one zip, streamed: one file in memory at a time, stored as they are (PDF and pictures are packed already). */
export async function* zipFiles(files: Iterable<ZipFile> | AsyncIterable<ZipFile>): AsyncGenerator<Buffer> {
  let ready: Buffer[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(Buffer.from(piece));
  });
  const taken = new Set<string>();
  for await (const file of files) {
    const bytes = await file.bytes();
    if (!bytes) continue;
    const entry = new ZipPassThrough(unused(safeFileName(file.name), taken));
    zip.add(entry);
    entry.push(bytes, true);
    yield* ready;
    ready = [];
  }
  zip.end();
  yield* ready;
}

/** A name that is a file and nothing else on every system: no folders, no reserved names, no dots in front. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120);
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain || 'file';
}

function unused(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${stem} (${n})${ending}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
