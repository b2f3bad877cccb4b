import { UploadRefused } from './upload.errors';

/** One part of a form: a field when `filename` is null, a file otherwise. */
export interface FormPart {
  readonly name: string;
  readonly filename: string | null;
  readonly bytes: Buffer;
}

/** Bounds of one form; what passes them is refused, never cut. */
const mostParts = 200;
const longestHead = 4_096;

const lineEnd = Buffer.from('\r\n');
const headEnd = Buffer.from('\r\n\r\n');

/** The boundary of a `multipart/form-data` content type (RFC 2046, 5.1.1); null for any other type. */
export function boundaryOf(contentType: string | undefined): string | null {
  const found = /^multipart\/form-data\s*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*$/i.exec(contentType ?? '');
  const boundary = found?.[1] ?? found?.[2];
  return boundary && /^[\w'()+,./:=? -]*[\w'()+,./:=?-]$/.test(boundary) ? boundary : null;
}

/**
 * Reads a form with files (RFC 7578), strictly: nothing before the first boundary, each part with one name, nothing
 * nested, and an end. Throws UploadRefused UPLOAD_MALFORMED. `cutShort` reads what came whole before a body was cut.
 */
export function parseMultipart(body: Buffer, boundary: string, cutShort = false): FormPart[] {
  const opening = Buffer.from(`--${boundary}`);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  if (!body.subarray(0, opening.length).equals(opening)) throw malformed('start');
  const parts: FormPart[] = [];
  for (let at = opening.length; ;) {
    if (body.subarray(at, at + 2).toString('latin1') === '--') {
      const rest = body.subarray(at + 2);
      if (rest.length > 0 && !rest.equals(lineEnd)) throw malformed('end');
      return parts;
    }
    if (!body.subarray(at, at + 2).equals(lineEnd)) {
      if (cutShort) return parts;
      throw malformed('boundary');
    }
    const headAt = at + 2;
    const bodyAt = body.indexOf(headEnd, headAt);
    const end = bodyAt < 0 ? -1 : body.indexOf(delimiter, bodyAt + 2);
    if (end < 0) {
      if (cutShort) return parts;
      throw malformed('end');
    }
    if (bodyAt - headAt > longestHead) throw malformed('head');
    if (parts.length >= mostParts) throw malformed('parts');
    parts.push({ ...headOf(body.toString('utf8', headAt, bodyAt)), bytes: body.subarray(Math.min(bodyAt + 4, end), end) });
    at = end + delimiter.length;
  }
}

/** Name and file name of a part. Only the two headers browsers send are known; a transfer encoding is refused. */
function headOf(head: string): { name: string; filename: string | null } {
  let disposition: string | null = null;
  for (const line of head.split('\r\n')) {
    const [, key, value] = /^([A-Za-z-]{1,40}):\s*(.*)$/.exec(line) ?? [];
    if (key?.toLowerCase() === 'content-type') continue;
    if (key?.toLowerCase() !== 'content-disposition' || disposition !== null) throw malformed('head');
    disposition = value!;
  }
  const found = /^form-data; name="([^"\r\n]{1,100})"(?:; filename="([^"\r\n]*)")?$/.exec(disposition ?? '');
  if (!found) throw malformed('disposition');
  return { name: unescaped(found[1]!), filename: found[2] === undefined ? null : unescaped(found[2]) };
}

/** Browsers write a quote and line ends in names as %22, %0D and %0A (HTML, multipart/form-data encoding). */
const unescaped = (text: string) => text.replace(/%22/g, '"').replace(/%0D|%0A/gi, ' ');

const malformed = (where: string) => new UploadRefused('UPLOAD_MALFORMED', { where });
