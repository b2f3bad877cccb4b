import { RequestContext } from '@amiable/platform';
import { castPassword, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import type { INestApplication } from '@nestjs/common';
import { ask, openTestApp, signIn } from '../identity.test-app';
import { SetPassword } from './set-password';

describe('a new password', () => {
  let test: TestDatabase;
  let cast: Cast;
  let app: INestApplication;

  beforeAll(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
    app = await openTestApp(test);
  });
  afterAll(async () => {
    await app.close();
    await test.close();
  });
  const set = (email: string, password: string, ctx = RequestContext.system()) =>
    app.get(SetPassword).run(ctx, { audience: 'client', email, password });
  const staff = (role: 'admin' | 'manager') =>
    new RequestContext('agency', { kind: 'staff', id: cast.staff.admin.id, name: 'Inès', role, portfolio: 'all' }, 'fr');

  it("takes the place of the old one and ends every session of the user, nobody else's", async () => {
    const { email } = cast.a.owner;
    const [open, others] = [
      await signIn(app, 'client', email, castPassword),
      await signIn(app, 'client', cast.a.reader.email, castPassword),
    ];
    await set(email, 'quatre chevaux gris');
    const me = async (cookie?: string) => (await ask(app, 'client', '{ me { companyName } }', { cookie })).data.me;
    expect(await me(open.cookie)).toBeNull();
    expect(await me(others.cookie)).not.toBeNull();
    expect((await signIn(app, 'client', email, castPassword)).code).toBe('SIGN_IN_REFUSED');
    expect((await signIn(app, 'client', email, 'quatre chevaux gris')).code).toBeUndefined();
  });

  it('is the first one of a user who had none', async () => {
    await test.owner(`delete from credentials where email = $1`, [cast.b.reader.email]);
    await set(` ${cast.b.reader.email.toUpperCase()}`, 'quatre chevaux gris', staff('admin'));
    expect((await signIn(app, 'client', cast.b.reader.email, 'quatre chevaux gris')).data.signIn.companyName).toBe(cast.b.name);
  });

  it('is refused when short or common, for nobody known, and from who may not', async () => {
    await expect(set(cast.a.owner.email, 'short')).rejects.toMatchObject({
      code: 'PASSWORD_TOO_SHORT',
      field: 'password',
      facts: { shortest: 12, longest: 200 },
    });
    await expect(set(cast.a.owner.email, 'azerty123456')).rejects.toMatchObject({ code: 'PASSWORD_COMMON' });
    await expect(set('nobody@example.org', 'quatre chevaux gris')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(set(cast.a.owner.email, 'quatre chevaux gris', staff('manager'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
