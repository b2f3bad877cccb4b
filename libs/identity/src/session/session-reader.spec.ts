import type { Actor } from '@amiable/platform';
import { castPassword, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import type { INestApplication } from '@nestjs/common';
import request from 'supertest';
import { DebtorAccess } from '../debtor-access/debtor-access';
import { openTestApp, signIn } from '../identity.test-app';
import { endSessionsOf, sweepSessions } from './sessions';

describe('a session', () => {
  let test: TestDatabase;
  let cast: Cast;
  let app: INestApplication;
  let other: INestApplication;

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

  const who = async (cookie: string | undefined, path = '/files/x', on = app): Promise<{ actor: Actor; language: string }> =>
    (
      await request(on.getHttpServer())
        .get(path)
        .set('cookie', cookie ?? '')
    ).body;
  const kindOf = async (cookie: string | undefined, path?: string, on = app) => (await who(cookie, path, on)).actor.kind;
  const staffCookie = async (email = cast.staff.lea.email) => (await signIn(app, 'agency', email, castPassword)).cookie!;
  const clientCookie = async () => (await signIn(app, 'client', cast.a.owner.email, castPassword)).cookie!;
  const debtorCookie = async () =>
    (await app.get(DebtorAccess).openDebtorSession({ clientId: cast.a.id, caseId: cast.a.cases[0].caseId, brandId: cast.a.brandId })).split(
      ';',
    )[0]!;

  it('says who asks: role and portfolio of staff, the client of a user, the one case of a debtor', async () => {
    expect((await who(await staffCookie())).actor).toEqual({
      kind: 'staff',
      id: cast.staff.lea.id,
      name: cast.staff.lea.name,
      role: 'collector',
      portfolio: 'all',
    });
    expect((await who(await staffCookie(cast.staff.hugo.email))).actor).toMatchObject({ kind: 'staff', portfolio: [cast.a.id] });
    expect((await who(await clientCookie())).actor).toEqual({
      kind: 'client',
      id: cast.a.owner.id,
      name: cast.a.owner.name,
      role: 'owner',
      clientId: cast.a.id,
    });
    const [theCase] = cast.a.cases;
    expect((await who(await debtorCookie(), '/b/alize')).actor).toEqual({
      kind: 'debtor',
      id: theCase.debtorId,
      name: theCase.debtorName,
      clientId: cast.a.id,
      caseId: theCase.caseId,
      brandId: cast.a.brandId,
    });
  });

  it('counts in every process at once', async () => {
    const cookie = await staffCookie();
    expect(await kindOf(cookie, '/files/x', other)).toBe('staff');
    await test.database.outsideClients((db) => endSessionsOf(db, cast.staff.lea.id));
    expect(await kindOf(cookie, '/files/x', other)).toBe('nobody');
    expect(await kindOf(cookie)).toBe('nobody');
  });

  it.each([
    ['staff', staffCookie, '/files/x', 30],
    ['client', clientCookie, '/files/x', 60],
    ['debtor', debtorCookie, '/b/alize', 15],
  ] as const)('of %s ends when nothing was heard for its time', async (kind, open, path, idle) => {
    const cookie = await open();
    test.clock.advance({ minutes: idle - 1 });
    expect(await kindOf(cookie, path)).toBe(kind);
    test.clock.advance({ minutes: idle - 1 });
    expect(await kindOf(cookie, path)).toBe(kind); // the visit before counted
    test.clock.advance({ minutes: idle });
    expect(await kindOf(cookie, path)).toBe('nobody');
  });

  it.each([
    ['staff', staffCookie, '/files/x', 12 * 60],
    ['client', clientCookie, '/files/x', 12 * 60],
    ['debtor', debtorCookie, '/b/alize', 60],
  ] as const)('of %s ends at its longest, busy or not', async (kind, open, path, absolute) => {
    const cookie = await open();
    for (let minutes = 10; minutes < absolute; minutes += 10) {
      test.clock.advance({ minutes: 10 });
      expect(await kindOf(cookie, path)).toBe(kind);
    }
    test.clock.advance({ minutes: 10 });
    expect(await kindOf(cookie, path)).toBe('nobody');
  });

  it('writes that it was seen at most once a minute', async () => {
    const cookie = await staffCookie();
    const seen = async () =>
      (await test.owner<{ xmin: string }>(`select xmin::text, seen_at from sessions order by created_at desc limit 1`))[0]!;
    const before = await seen();
    test.clock.advance({ seconds: 59 });
    await kindOf(cookie);
    expect(await seen()).toEqual(before);
    test.clock.advance({ seconds: 1 });
    await Promise.all([kindOf(cookie), kindOf(cookie), kindOf(cookie)]);
    const after = await seen();
    expect(after).not.toEqual(before);
    await kindOf(cookie);
    expect(await seen()).toEqual(after);
  });

  it('ends the moment its user is made inactive, and a change of role or portfolio counts at once', async () => {
    const [staff, client] = [await staffCookie(cast.staff.hugo.email), await clientCookie()];
    await test.owner(`update staff_users set role = 'manager', portfolio = null where id = $1`, [cast.staff.hugo.id]);
    expect((await who(staff)).actor).toMatchObject({ role: 'manager', portfolio: 'all' });
    await test.owner(`update staff_users set active = false where id = $1`, [cast.staff.hugo.id]);
    await test.owner(`update client_users set active = false where id = $1`, [cast.a.owner.id]);
    expect(await kindOf(staff)).toBe('nobody');
    expect(await kindOf(client)).toBe('nobody');
    await test.owner(`update client_users set active = true`);
  });

  it('is of one audience: its id opens no other', async () => {
    const ids = {
      agency: (await staffCookie()).split('=')[1],
      client: (await clientCookie()).split('=')[1],
      debtor: (await debtorCookie()).split('=')[1],
    };
    for (const owner of ['agency', 'client', 'debtor'] as const) {
      for (const taken of ['agency', 'client', 'debtor'] as const) {
        if (owner !== taken)
          expect(await kindOf(`amiable_${taken}=${ids[owner]}`, taken === 'debtor' ? '/b/alize' : '/files/x')).toBe('nobody');
      }
    }
  });

  it('reads files as the agency first, as the client when the portal asks', async () => {
    const both = `${await staffCookie()}; ${await clientCookie()}`;
    expect(await kindOf(both)).toBe('staff');
    expect(await kindOf(both, '/files/x?as=client')).toBe('client');
    expect(
      (await request(app.getHttpServer()).get('/files/x').set('cookie', both).set('x-amiable-client', 'client-web')).body.actor.kind,
    ).toBe('client');
    expect(await kindOf(await debtorCookie())).toBe('debtor');
  });

  it.each([
    '',
    'amiable_agency',
    'amiable_agency=',
    'amiable_agency=x',
    `amiable_agency=${'a'.repeat(43)}`,
    `amiable_agency=${'%00'.repeat(20)}`,
    '=;=;;',
    `amiable_agency="${'a'.repeat(43)}"`,
  ])('is not made of the cookie %p', async (cookie) => {
    expect(await kindOf(cookie)).toBe('nobody');
  });

  it('speaks the language of the user, and to a debtor that of the address, the earlier choice, the browser', async () => {
    await test.owner(`update staff_users set language = 'en' where id = $1`, [cast.staff.lea.id]);
    expect((await who(await staffCookie())).language).toBe('en');
    const get = (path: string, headers: Record<string, string>) => request(app.getHttpServer()).get(path).set(headers);
    const read = { cookie: await staffCookie(), 'x-amiable-face': 'agency-web', 'accept-language': 'fr' };
    expect((await get('/files/x', read)).body.language).toBe('fr'); // the screen is read in French now
    const asked = await get('/b/alize?lang=en', { 'accept-language': 'fr' });
    expect(asked.body.language).toBe('en');
    expect(asked.headers['set-cookie']).toEqual([expect.stringMatching(/^amiable_lang=en; Path=\/; SameSite=Lax/)]);
    expect((await get('/b/alize', { cookie: 'amiable_lang=en', 'accept-language': 'fr' })).body.language).toBe('en');
    expect((await get('/b/alize', { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' })).body.language).toBe('en');
    expect((await get('/b/alize?lang=xx', { 'accept-language': 'de' })).body.language).toBe('fr');
  });

  it('is swept when it is over', async () => {
    await staffCookie();
    test.clock.advance({ hours: 30 });
    const swept = await test.database.acrossClientsAsWorker(sweepSessions);
    expect(swept.sessions).toBeGreaterThan(0);
    expect(swept.throttles).toBeGreaterThan(0);
    expect(await test.owner(`select 1 from sessions`)).toEqual([]);
  });

  it('has a Secure cookie bound to the host when the portal is served by https', async () => {
    const safe = await openTestApp(test, { PUBLIC_URL: 'https://amiable.example' });
    const answer = await signIn(safe, 'agency', cast.staff.lea.email, castPassword);
    expect(answer.setCookie).toEqual([
      expect.stringMatching(/^__Host-amiable_agency=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
      expect.stringMatching(/^__Host-amiable_device=/),
    ]);
    expect(await kindOf(answer.cookie, '/files/x', safe)).toBe('staff');
    expect(await kindOf(answer.cookie!.replace('__Host-', ''), '/files/x', safe)).toBe('nobody'); // planted by a neighbour
    await safe.close();
  });
});
