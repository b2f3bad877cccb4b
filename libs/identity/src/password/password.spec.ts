import { argon2Sync } from 'node:crypto';
import { HashQueue, SignInBusy } from './hash-queue';
import { hashPassword, hashPasswordSync, passwordCost, verifyPassword } from './password';
import { isCommonPassword, requireGoodPassword } from './password.rules';

const secret = 'a secret of at least thirty-two characters';

describe('a stored password', () => {
  it('is argon2id of 19 MiB and two passes, with a salt of its own each time', async () => {
    const [one, two] = [await hashPassword(secret, 'pomme de reinette'), hashPasswordSync(secret, 'pomme de reinette')];
    for (const stored of [one, two]) expect(stored).toMatch(/^argon2id\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(two);
    for (const stored of [one, two])
      expect(await verifyPassword(secret, 'pomme de reinette', stored)).toEqual({ holds: true, rehash: false });
  });

  it('holds for no other password, no other secret, and not without the pepper', async () => {
    const stored = await hashPassword(secret, 'pomme de reinette');
    expect((await verifyPassword(secret, 'pomme de reinettf', stored)).holds).toBe(false);
    expect((await verifyPassword(`${secret}!`, 'pomme de reinette', stored)).holds).toBe(false);
    const [, , salt, tag] = stored.split('$') as [string, string, string, string];
    const bare = argon2Sync('argon2id', {
      message: 'pomme de reinette',
      nonce: Buffer.from(salt, 'base64url'),
      ...passwordCost,
      tagLength: 32,
    });
    expect(bare.toString('base64url')).not.toBe(tag);
  });

  it('is the same however an accent was typed', async () => {
    expect(
      (await verifyPassword(secret, 'créance échue'.normalize('NFD'), await hashPassword(secret, 'créance échue'.normalize('NFC')))).holds,
    ).toBe(true);
  });

  it.each([null, '', 'nonsense', 'argon2id$m=19456,t=2,p=1$short$short', `argon2id$m=9999999,t=2,p=1$${'a'.repeat(22)}$${'a'.repeat(43)}`])(
    'never holds when %p is stored',
    async (stored) => {
      expect(await verifyPassword(secret, '', stored)).toEqual({ holds: false, rehash: false });
    },
  );
});

describe('a new password', () => {
  it.each([
    ['quatre chevaux gris', null],
    ['Tr0ubadour&Lys', null],
    ['elevensigns', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(5) + '🐴'.repeat(5), 'PASSWORD_TOO_SHORT'], // counted as people count
    ['ab'.repeat(101), 'PASSWORD_TOO_LONG'],
    ['azerty123456', 'PASSWORD_COMMON'],
    ['Password12345!', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['soleilsoleilsoleil', 'PASSWORD_COMMON'],
    ['123456789012', 'PASSWORD_COMMON'],
    ['!!!motdepasse2026', 'PASSWORD_COMMON'],
  ])('%s: %p', (password, code) => {
    let thrown: { code: string } | null = null;
    try {
      requireGoodPassword(password);
    } catch (error) {
      thrown = error as { code: string };
    }
    expect(thrown?.code ?? null).toBe(code);
  });

  it('is refused quickly, whatever is sent', () => {
    expect(isCommonPassword('a'.repeat(200) + 'b')).toBe(false);
  });
});

describe('the line before the hashes', () => {
  it('lets four in at once, in order, and refuses when it is too long', async () => {
    const queue = new HashQueue(4, 10);
    const seen: number[] = [];
    let atOnce = 0;
    let most = 0;
    const finish: Array<() => void> = [];
    const work = (i: number) =>
      queue.run(async () => {
        seen.push(i);
        most = Math.max(most, ++atOnce);
        await new Promise<void>((done) => finish.push(done));
        atOnce--;
        if (i === 2) throw new Error('a work may fail');
      });
    const works = Array.from({ length: 14 }, (_, i) => work(i).catch((error: Error) => error.message));
    await expect(work(99)).rejects.toThrow(SignInBusy);
    for (let i = 0; i < 14; i++) {
      while (finish.length === 0) await new Promise(setImmediate);
      finish.shift()!();
    }
    expect((await Promise.all(works)).filter(Boolean)).toEqual(['a work may fail']);
    expect(seen).toEqual(Array.from({ length: 14 }, (_, i) => i));
    expect(most).toBe(4);
  });
});
