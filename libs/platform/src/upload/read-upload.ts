import type { IncomingMessage } from 'node:http';
import type { FileKind } from './file-kinds';
import { boundaryOf, parseMultipart, type FormPart } from './multipart';
import { UploadRefused } from './upload.errors';

/** What one form may bring. */
export interface UploadPolicy {
  readonly kinds: readonly FileKind[];
  readonly mostFiles: number;
  /** Bytes of one file. */
  readonly largestFile: number;
}

/** A file whose name, content and size were checked, and whose bytes are safe to keep. */
export interface UploadedFile {
  /** The field of the form it came in. */
  readonly field: string;
  readonly filename: string;
  readonly kind: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A form with files as it was read. With a `refusal` there are no files, and the fields can be shown again. */
export interface Upload {
  readonly fields: Record<string, string | string[] | undefined>;
  readonly files: readonly UploadedFile[];
  readonly refusal: UploadRefused | null;
}

const megabyte = 1024 * 1024;
/** Beside its files a form holds words. */
const roomForFields = megabyte / 2;
const longestField = 20_000;

/**
 * Reads a plain HTML form with files (`enctype="multipart/form-data"`): bounded in bytes, parts and files; each file
 * judged by its ending and its content and cleaned. A refusal is answered beside the fields, so that the page can
 * come back with what was typed. Reads nothing twice; the caller proves session and form token.
 */
export async function readUpload(req: IncomingMessage, policy: UploadPolicy): Promise<Upload> {
  const boundary = boundaryOf(req.headers['content-type']);
  if (!boundary) return { fields: {}, files: [], refusal: new UploadRefused('UPLOAD_MALFORMED', { where: 'type' }) };
  const most = policy.mostFiles * policy.largestFile + roomForFields;
  const { body, whole } = await readBody(req, most);
  try {
    const parts = parseMultipart(body, boundary, !whole);
    const fields = fieldsOf(parts);
    if (!whole) return { fields, files: [], refusal: new UploadRefused('UPLOAD_TOO_LARGE', { megabytes: Math.floor(most / megabyte) }) };
    return await filesOf(parts, policy).then(
      (files) => ({ fields, files, refusal: null }),
      (error: unknown) => ({ fields, files: [], refusal: asRefusal(error) }),
    );
  } catch (error) {
    return { fields: {}, files: [], refusal: asRefusal(error) };
  }
}

/** Checks and cleans one file by the kinds allowed. Throws UploadRefused. */
export async function checkFile(
  { field, filename, bytes }: { field: string; filename: string; bytes: Buffer },
  { kinds, largestFile }: Pick<UploadPolicy, 'kinds' | 'largestFile'>,
): Promise<UploadedFile> {
  const file = plainName(filename);
  if (bytes.length === 0) throw new UploadRefused('FILE_EMPTY', { file });
  if (bytes.length > largestFile) throw new UploadRefused('FILE_TOO_LARGE', { file, megabytes: Math.floor(largestFile / megabyte) });
  const ending = /\.([a-z0-9]{1,8})$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const kind = kinds.find((one) => one.endings.includes(ending));
  if (!kind) throw new UploadRefused('FILE_KIND_NOT_ALLOWED', { file, kinds: kinds.map((one) => one.name) });
  if (!kind.holds(bytes)) throw new UploadRefused('FILE_NOT_WHAT_IT_SAYS', { file });
  const clean = kind.clean ? await kind.clean(bytes, file) : Buffer.from(bytes);
  return { field, filename: file, kind: kind.name, contentType: kind.contentType, bytes: clean };
}

async function filesOf(parts: readonly FormPart[], policy: UploadPolicy): Promise<UploadedFile[]> {
  // A file field left alone comes as a file without a name.
  const sent = parts.filter((part) => part.filename !== null && (part.filename !== '' || part.bytes.length > 0));
  if (sent.length > policy.mostFiles) throw new UploadRefused('UPLOAD_TOO_MANY_FILES', { most: policy.mostFiles });
  const files: UploadedFile[] = [];
  for (const { name, filename, bytes } of sent) files.push(await checkFile({ field: name, filename: filename!, bytes }, policy));
  return files;
}

function fieldsOf(parts: readonly FormPart[]): Upload['fields'] {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const { name, filename, bytes } of parts) {
    if (filename !== null) continue;
    if (bytes.length > longestField) throw new UploadRefused('UPLOAD_MALFORMED', { where: 'field' });
    const value = bytes.toString('utf8').replaceAll('\0', '');
    fields[name] = fields[name] === undefined ? value : [fields[name], value].flat();
  }
  return fields;
}

/** The body up to a size. What is beyond is let go unread; `whole` says whether it was all. */
async function readBody(req: IncomingMessage, most: number): Promise<{ body: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    // A browser shows our answer only when it could send its form; a flood is not listened to.
    else if (size > most * 3) break;
  }
  return { body: Buffer.concat(chunks), whole: size <= most };
}

/** A name without folders, control characters and direction marks, at most 120 characters, its ending kept. */
export function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  return plain.length <= 120 ? plain || 'fichier' : plain.slice(0, 120 - ending.length) + ending;
}

function asRefusal(error: unknown): UploadRefused {
  if (error instanceof UploadRefused) return error;
  throw error;
}
