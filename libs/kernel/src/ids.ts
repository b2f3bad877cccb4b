import { createHmac, randomBytes } from 'node:crypto';

/** A time-ordered uuid (version 7, RFC 9562): rows of one time lie together in every index. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // no I, L, O, U: they are misread on paper

function inCrockford(bytes: Buffer, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += crockford[bytes[i]! & 31];
  return text;
}

/** The check character of a reference: catches each single error and each swap of neighbours (weights 1, 3, 5... mod 31). */
function checkCharacter(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += crockford.indexOf(body[i]!) * (2 * i + 1);
  return crockford[sum % 31]!;
}

/** A reference for paper and telephone: 11 random Crockford characters (55 bits) and a check character, `7K3M-Q9TX-2VHC`. */
export function newReference(): string {
  const body = inCrockford(randomBytes(11), 11);
  return groupReference(body + checkCharacter(body));
}

function groupReference(text: string): string {
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/** Reads a reference as a person types it (spaces, lower case, O for 0, I or L for 1); null when it cannot be one. */
export function readReference(typed: string): string | null {
  const text = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (text.length !== 12 || [...text].some((c) => !crockford.includes(c))) return null;
  return checkCharacter(text.slice(0, 11)) === text[11] ? groupReference(text) : null;
}

/** The access code printed on letters: 10 characters derived from the case and a secret, so that no code is stored. */
export function accessCode(secret: string, caseId: string): string {
  const code = inCrockford(createHmac('sha256', secret).update(`access code ${caseId}`).digest(), 10);
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** The link token of a message, 160 bits: a message sent again after a crash carries the same link, so that every copy works. */
export function messageToken(secret: string, messageId: string): string {
  return createHmac('sha256', secret).update(`link of message ${messageId}`).digest().subarray(0, 20).toString('base64url');
}

/** A secret token of 160 bits for links and sessions, base64url. */
export function newToken(): string {
  return randomBytes(20).toString('base64url');
}
