import { argon2, argon2Sync, createHmac, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { hashQueue } from './hash-queue';

/** The cost of one hash: memory in KiB, passes, lanes. OWASP's smallest for argon2id (trust.md 3.2). */
export const passwordCost = { memory: 19_456, passes: 2, parallelism: 1 } as const;

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };
type Stored = { readonly cost: Cost; readonly salt: Buffer; readonly tag: Buffer };

const saltBytes = 16;
const tagBytes = 32;
const argon2Async = promisify(argon2);

/** The pepper is not in the database: a stolen table alone cannot be guessed at. */
function parametersOf(secret: string, password: string, salt: Buffer, cost: Cost): Argon2Parameters {
  const pepper = createHmac('sha256', secret).update('password pepper').digest();
  return { message: password.normalize('NFKC'), nonce: salt, secret: pepper, tagLength: tagBytes, ...cost };
}

function write({ cost, salt, tag }: Stored): string {
  return `argon2id$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${salt.toString('base64url')}$${tag.toString('base64url')}`;
}

/** Reads a stored hash; null when it is none of ours or asks for more memory than any of ours would. */
function read(stored: string): Stored | null {
  const parts = /^argon2id\$m=(\d{4,7}),t=(\d{1,2}),p=(\d)\$([\w-]{22,64})\$([\w-]{43})$/.exec(stored);
  if (!parts) return null;
  const cost = { memory: Number(parts[1]), passes: Number(parts[2]), parallelism: Number(parts[3]) };
  if (cost.memory > 1_048_576 || cost.passes < 1 || cost.parallelism < 1) return null;
  return { cost, salt: Buffer.from(parts[4]!, 'base64url'), tag: Buffer.from(parts[5]!, 'base64url') };
}

/** The form a password is stored in, `argon2id$m=19456,t=2,p=1$salt$hash`; waits its turn among the hashes of this process. */
export async function hashPassword(secret: string, password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await hashQueue.run(() => argon2Async('argon2id', parametersOf(secret, password, salt, passwordCost)));
  return write({ cost: passwordCost, salt, tag });
}

/** The same at once, for the demo and for tests. A given salt makes it repeatable; never do that for a real user. */
export function hashPasswordSync(secret: string, password: string, salt = randomBytes(saltBytes)): string {
  return write({ cost: passwordCost, salt, tag: argon2Sync('argon2id', parametersOf(secret, password, salt, passwordCost)) });
}

const nobody: Stored = { cost: passwordCost, salt: Buffer.alloc(saltBytes, 7), tag: randomBytes(tagBytes) };

/**
 * Is it this password? Takes as long for a user who does not exist (`stored` null) as for one who does.
 * `rehash` says that the hash is weaker than today's and should be written anew.
 */
export async function verifyPassword(
  secret: string,
  password: string,
  stored: string | null,
): Promise<{ holds: boolean; rehash: boolean }> {
  const known = stored === null ? null : read(stored);
  const { cost, salt, tag } = known ?? nobody;
  const found = await hashQueue.run(() => argon2Async('argon2id', parametersOf(secret, password, salt, cost)));
  const holds = timingSafeEqual(found, tag) && known !== null;
  return { holds, rehash: holds && (cost.memory < passwordCost.memory || cost.passes < passwordCost.passes) };
}
