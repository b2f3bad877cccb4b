import { fromGlobalId, grant } from '@amiable/platform';
import { castPassword, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import type { INestApplication } from '@nestjs/common';
import { ask, openTestApp, signIn } from '../identity.test-app';

grant((actor, { can }) => {
  if (actor.kind === 'staff') can(['work'], 'Queue');
  if (actor.kind === 'client') can('read', 'Case');
});

const me = '{ me { user { name role } } }';

describe('signing in', () => {
  let test: TestDatabase;
  let cast: Cast;
  let app: INestApplication;
  let other: INestApplication;
  let nextAddress = 0;
  const somewhere = () => ({ ip: `203.0.${++nextAddress >> 8}.${nextAddress & 255}` });

  beforeAll(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
    app = await openTestApp(test);
    other = await openTestApp(test);
  });
  afterAll(async () => {
    await app.close();
    await other.close();
    await test.close();
  });

  it('answers a member of staff with what the console shows, and a cookie no script reads', async () => {
    const answer = await signIn(app, 'agency', ` ${cast.staff.lea.email.toUpperCase()} `, castPassword, somewhere());
    expect(answer.data.signIn).toMatchObject({
      user: { name: cast.staff.lea.name, email: cast.staff.lea.email, role: 'COLLECTOR', language: 'FR' },
      agencyName: cast.agencyName,
      abilities: ['work:Queue'],
    });
    expect(fromGlobalId('StaffUser', answer.data.signIn.user.id).id).toBe(cast.staff.lea.id);
    expect(answer.setCookie).toEqual([
      expect.stringMatching(/^amiable_agency=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^amiable_device=.*; HttpOnly; SameSite=Lax; Max-Age=15552000$/),
    ]);
    expect((await ask(app, 'agency', me, { cookie: answer.cookie })).data.me).toEqual({
      user: { name: cast.staff.lea.name, role: 'COLLECTOR' },
    });
  });

  it('answers a user of a client with their company', async () => {
    const answer = await signIn(app, 'client', cast.a.owner.email, castPassword, somewhere());
    expect(answer.data.signIn).toMatchObject({
      user: { name: cast.a.owner.name, role: 'OWNER' },
      companyName: cast.a.name,
      agencyName: cast.agencyName,
      abilities: ['read:Case', 'read:StaffView'],
    });
    expect((await ask(app, 'client', me, { cookie: answer.cookie })).data.me.user.name).toBe(cast.a.owner.name);
    expect((await ask(app, 'agency', me, { cookie: answer.cookie?.replace('client', 'agency') })).data.me).toBeNull();
  });

  it('stores neither the session id nor the network of the caller', async () => {
    const { cookie } = await signIn(app, 'agency', cast.staff.lea.email, castPassword, { ip: '192.0.2.250' });
    const stored = JSON.stringify([await test.owner(`select * from sessions`), await test.owner(`select * from throttles`)]);
    expect(stored).not.toContain(cookie!.split('=')[1]);
    expect(stored).not.toContain('192.0.2.250');
    expect(stored).not.toContain(cast.staff.lea.email);
  });

  it('gives one answer for an unknown user, a wrong password, the other audience and an inactive user', async () => {
    await test.owner(`update staff_users set active = false where id = $1`, [cast.staff.accountant.id]);
    const where = somewhere();
    const answers = [
      await signIn(app, 'agency', 'nobody@example.org', castPassword, where),
      await signIn(app, 'agency', cast.staff.lea.email, 'not the password', where),
      await signIn(app, 'agency', cast.a.owner.email, castPassword, where),
      await signIn(app, 'agency', cast.staff.accountant.email, castPassword, where),
      await signIn(app, 'agency', '', '', where),
      await signIn(app, 'agency', cast.staff.lea.email, 'x'.repeat(5_000), where),
    ];
    for (const answer of answers)
      expect(answer).toEqual({ ...answers[0], code: 'SIGN_IN_REFUSED', facts: {}, data: null, cookie: undefined });
    await test.owner(`update staff_users set active = true`);
  });

  it('allows 8 tries of an account from one network in 15 minutes, counted over two processes', async () => {
    const where = somewhere();
    for (let i = 0; i < 8; i++)
      expect((await signIn(i % 2 ? app : other, 'agency', cast.staff.hugo.email, `guess number ${i}`, where)).code).toBe('SIGN_IN_REFUSED');
    const refused = await signIn(app, 'agency', cast.staff.hugo.email, castPassword, where);
    expect(refused).toMatchObject({ code: 'TOO_MANY_TRIES', cookie: undefined });
    expect(refused.facts.retryAfterSeconds).toBeGreaterThan(0);
    expect(refused.facts.retryAfterSeconds).toBeLessThanOrEqual(900);
    expect((await signIn(other, 'agency', cast.staff.hugo.email, castPassword, where)).code).toBe('TOO_MANY_TRIES');
    expect((await signIn(app, 'agency', 'nobody@example.org', castPassword, where)).code).toBe('SIGN_IN_REFUSED'); // another account is not shut
    expect((await signIn(app, 'agency', cast.staff.hugo.email, castPassword, somewhere())).code).toBeUndefined(); // nor is he, where he sits
    test.clock.advance({ seconds: refused.facts.retryAfterSeconds });
    expect((await signIn(app, 'agency', cast.staff.hugo.email, castPassword, where)).code).toBeUndefined();
  });

  it('counts tries sent at the same moment, too', async () => {
    const where = somewhere();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => signIn(i % 2 ? app : other, 'agency', cast.staff.manager.email, `guess number ${i}`, where)),
    );
    expect(answers.filter((answer) => answer.code === 'SIGN_IN_REFUSED')).toHaveLength(8);
    expect(answers.filter((answer) => answer.code === 'TOO_MANY_TRIES')).toHaveLength(12);
  });

  it('allows 40 failures from one network, and gives successes back', async () => {
    const where = somewhere();
    for (let i = 0; i < 45; i++) expect((await signIn(app, 'agency', cast.staff.lea.email, castPassword, where)).code).toBeUndefined();
    const answers = await Promise.all(
      Array.from({ length: 45 }, (_, i) => signIn(app, 'agency', `guess${i}@example.org`, castPassword, where)),
    );
    expect(answers.filter((answer) => answer.code === 'SIGN_IN_REFUSED')).toHaveLength(40);
  });

  it('is not shut by strangers, from however many networks, for the browser that signed in before', async () => {
    const { email } = cast.staff.admin;
    const { device } = await signIn(app, 'agency', email, castPassword, somewhere());
    const guesses = await Promise.all(
      Array.from({ length: 60 }, (_, i) => signIn(i % 2 ? app : other, 'agency', email, `guess number ${i}`, somewhere())),
    );
    expect(guesses.filter((answer) => answer.code === 'SIGN_IN_REFUSED')).toHaveLength(40);
    expect((await signIn(app, 'agency', email, castPassword, somewhere())).code).toBe('TOO_MANY_TRIES');
    expect((await signIn(app, 'agency', email, castPassword, { ...somewhere(), cookie: device })).code).toBeUndefined();
    expect((await signIn(app, 'agency', email, castPassword, { ...somewhere(), cookie: `${device!.slice(0, -1)}_` })).code).toBe(
      'TOO_MANY_TRIES',
    ); // forged
    const stolen = await Promise.all(
      Array.from({ length: 20 }, (_, i) => signIn(app, 'agency', email, `guess number ${i}`, { ...somewhere(), cookie: device })),
    );
    expect(stolen.filter((answer) => answer.code === 'SIGN_IN_REFUSED')).toHaveLength(8);
    test.clock.advance({ hours: 1 });
  });

  it('refuses two sign-ins in one request before either runs', async () => {
    const field = (name: string, password: string) =>
      `${name}: signIn(input: { email: "${cast.staff.lea.email}", password: "${password}" }) { agencyName }`;
    const where = somewhere();
    for (const query of [
      `mutation { ${field('a', 'first guess')} ${field('b', castPassword)} }`,
      `mutation { ${field('a', 'first guess')} ...more } fragment more on Mutation { ${field('b', castPassword)} }`,
    ]) {
      expect(await ask(app, 'agency', query, where)).toMatchObject({ code: 'ONE_SIGN_IN_PER_REQUEST', cookie: undefined, data: null });
    }
  });

  it('gives a new session id at each sign-in and ends the former one', async () => {
    const first = await signIn(app, 'agency', cast.staff.lea.email, castPassword, somewhere());
    const second = await signIn(app, 'agency', cast.staff.lea.email, castPassword, { ...somewhere(), cookie: first.cookie });
    expect(second.cookie).not.toBe(first.cookie);
    expect((await ask(app, 'agency', me, { cookie: first.cookie })).data.me).toBeNull();
    expect((await ask(app, 'agency', me, { cookie: second.cookie })).data.me).not.toBeNull();
  });

  it('signs out: the session is gone, the cookie too, and a second time is no fault', async () => {
    const { cookie } = await signIn(app, 'client', cast.a.owner.email, castPassword, somewhere());
    const out = await ask(app, 'client', 'mutation { signOut }', { cookie });
    expect(out.data.signOut).toBe(true);
    expect(out.setCookie[0]).toMatch(/^amiable_client=; .*Max-Age=0/);
    expect((await ask(app, 'client', me, { cookie })).data.me).toBeNull();
    expect((await ask(app, 'client', 'mutation { signOut }', { cookie })).data.signOut).toBe(true);
  });

  it('writes a weaker hash anew when its owner comes', async () => {
    const { argon2Sync, createHmac } = await import('node:crypto');
    const secret = createHmac('sha256', test.settings.AMIABLE_SECRET).update('password pepper').digest();
    const salt = Buffer.alloc(16, 3);
    const tag = argon2Sync('argon2id', {
      message: castPassword,
      nonce: salt,
      secret,
      memory: 8192,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    await test.owner(`update credentials set password_hash = $1 where user_id = $2`, [
      `argon2id$m=8192,t=1,p=1$${salt.toString('base64url')}$${tag.toString('base64url')}`,
      cast.staff.admin.id,
    ]);
    expect((await signIn(app, 'agency', cast.staff.admin.email, castPassword, somewhere())).code).toBeUndefined();
    expect(
      (await test.owner<{ password_hash: string }>(`select password_hash from credentials where user_id = $1`, [cast.staff.admin.id]))[0]!
        .password_hash,
    ).toMatch(/^argon2id\$m=19456,t=2,p=1\$/);
    expect((await signIn(app, 'agency', cast.staff.admin.email, castPassword, somewhere())).code).toBeUndefined();
  });

  it('takes one time for every kind of refusal (figures are printed, not judged)', async () => {
    await test.owner(`update staff_users set active = false where id = $1`, [cast.staff.manager.id]);
    const kinds = { 'wrong password': cast.staff.lea.email, unknown: 'nobody@example.org', inactive: cast.staff.manager.email } as const;
    const times: Record<string, number[]> = {};
    for (let i = 0; i < 60; i++) {
      if (i % 20 === 0) test.clock.advance({ hours: 1 });
      for (const [kind, email] of Object.entries(kinds)) {
        const where = somewhere();
        const start = performance.now();
        expect((await signIn(app, 'agency', email, kind === 'inactive' ? castPassword : `guess number ${i}`, where)).code).toBe(
          'SIGN_IN_REFUSED',
        );
        (times[kind] ??= []).push(performance.now() - start);
      }
    }
    const median = (list: number[]) => [...list].sort((x, y) => x - y)[list.length >> 1]!.toFixed(2);
    process.stdout.write(
      `sign-in, median of 60: ${Object.entries(times)
        .map(([kind, list]) => `${kind} ${median(list)} ms`)
        .join(', ')}\n`,
    );
  });
});
