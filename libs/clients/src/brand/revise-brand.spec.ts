import { newId } from '@amiable/kernel';
import { Performer, RequestContext, type Actor } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { AddLogo } from '../logo/add-logo';
import { cleanLogo } from '../logo/clean-logo';
import type { BrandFields } from './brand-fields.rules';
import { ReviseBrand } from './revise-brand';
import { RestoreBrandVersion } from './restore-brand-version';

describe('editing a brand', () => {
  let test: TestDatabase;
  let cast: Cast;
  const as = (actor: Partial<Actor>) =>
    new RequestContext('agency', { kind: 'staff', id: newId(), name: 'Nadia', portfolio: 'all', ...actor } as Actor, 'fr');
  const manager = as({ role: 'manager' } as Partial<Actor>);
  const admin = as({ role: 'admin' } as Partial<Actor>);
  const client = (role: string) => as({ kind: 'client', role, name: 'Alix', clientId: cast.a.id } as Partial<Actor>);
  const perform = <I, A>(useCase: { run(...args: never[]): Promise<A> } & object, ctx: RequestContext, input: I, clientId = cast.a.id) =>
    new Performer(test.database).perform(ctx, clientId, useCase as never, input) as Promise<A>;
  const edit = (ctx: RequestContext, version: number, fields: Partial<BrandFields>) =>
    perform(new ReviseBrand(), ctx, { brandId: cast.a.brandId, version, fields });
  const brand = async () => (await test.owner(`select * from brands where client_id = $1`, [cast.a.id]))[0]!;

  beforeEach(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
  });
  afterEach(() => test.close());

  it('keeps every version with who made it and what changed; an edit that changes nothing makes none', async () => {
    expect(await edit(manager, 1, { primaryColour: '#FD0', radius: 0, website: 'alize.example/', name: '  Alizé   Maison ' })).toEqual({
      version: 2,
    });
    expect(await edit(client('owner'), 2, { font: 'atkinson' })).toEqual({ version: 3 });
    expect(await edit(manager, 3, { font: 'atkinson', primaryColour: '#ffdd00' })).toEqual({ version: 3 });
    expect(await brand()).toMatchObject({
      name: 'Alizé Maison',
      primary_colour: '#ffdd00',
      radius: 0,
      font: 'atkinson',
      website: 'https://alize.example',
    });
    const versions = await test.owner(
      `select version, actor_kind, actor_name, changed from brand_versions where client_id = $1 order by version`,
      [cast.a.id],
    );
    expect(versions).toEqual([
      { version: 1, actor_kind: 'system', actor_name: '', changed: expect.any(Array) },
      { version: 2, actor_kind: 'staff', actor_name: 'Nadia', changed: ['name', 'primaryColour', 'radius'] },
      { version: 3, actor_kind: 'client', actor_name: 'Alix', changed: ['font'] },
    ]);
  });

  it('is for managers and administrators, and in the portal for owners', async () => {
    const trial = (ctx: RequestContext) =>
      edit(ctx, 1, { radius: 3 }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    for (const ctx of [
      as({ role: 'collector' } as never),
      as({ role: 'accountant' } as never),
      client('finance'),
      client('manager'),
      client('reader'),
    ])
      expect(await trial(ctx)).toBe('FORBIDDEN');
    expect(await trial(manager)).toBe('done');
    const other = new RequestContext('client', { kind: 'client', id: newId(), name: 'B', role: 'owner', clientId: cast.b.id }, 'fr');
    await expect(edit(other, 2, { radius: 4 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('where the money goes is an administrator’s or an owner’s word, and the owners are told', async () => {
    const iban = 'FR76 3000 6000 0112 3456 7890 189';
    await expect(edit(manager, 1, { bankIban: iban })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await edit(admin, 1, { bankIban: iban, bankBic: 'agri frpp' });
    expect(await brand()).toMatchObject({ bank_iban: 'FR7630006000011234567890189', bank_bic: 'AGRIFRPP' });
    const told = await test.owner(`select payload from outbox where topic = 'bank-details.changed'`);
    expect(told).toEqual([{ payload: expect.objectContaining({ brandId: cast.a.brandId, ibanEnd: '0189', by: 'Nadia' }) }]);
  });

  it('two editors do not overwrite each other', async () => {
    await edit(manager, 1, { radius: 2 });
    await expect(edit(admin, 1, { radius: 9 })).rejects.toMatchObject({ code: 'STALE_VERSION', facts: { currentVersion: 2 } });
  });

  it('refuses what cannot be kept, at its field', async () => {
    const wrong: ReadonlyArray<readonly [Partial<BrandFields>, string]> = [
      [{ name: ' \u200b\n ' }, 'name'],
      [{ name: 'x'.repeat(61) }, 'name'],
      [{ primaryColour: 'red' }, 'primaryColour'],
      [{ primaryColour: '#12345g' }, 'primaryColour'],
      [{ secondaryColour: 'url(x)' }, 'secondaryColour'],
      [{ radius: 17 }, 'radius'],
      [{ font: "x;}body{background:url('//evil')}" }, 'font'],
      [{ senderEmail: 'a@b' }, 'senderEmail'],
      [{ senderEmail: 'a@b.example\r\nBcc: c@d.example' }, 'senderEmail'],
      [{ replyTo: 'Alizé <a@b.example>' }, 'replyTo'],
      [{ replyTo: 'a@b.example, c@d.example' }, 'replyTo'],
      [{ website: 'javascript:alert(1)' }, 'website'],
      [{ website: 'https://user@evil.example' }, 'website'],
      [{ phone: 'call me' }, 'phone'],
      [{ bankIban: 'FR7630006000011234567890188' }, 'bankIban'],
      [{ bankBic: 'NOPE' }, 'bankBic'],
      [{ bankHolder: '' }, 'bankHolder'],
      [{ language: 'tlh' }, 'language'],
    ];
    for (const [fields, field] of wrong) await expect(edit(admin, 1, fields)).rejects.toMatchObject({ field });
    expect(await brand()).toMatchObject({ version: 1 });
  });

  it('wears a logo that was taken in for this client, and an undo takes it off but never touches bank details', async () => {
    const logo = cleanLogo(Buffer.from('<svg viewBox="0 0 40 20"><path d="M0 0h9v9z"/></svg>'));
    const { logoId } = await perform(new AddLogo(), manager, { brandId: cast.a.brandId, logo, mailDataUri: 'data:image/png;base64,AA==' });
    const foreign = await perform(new AddLogo(), manager, { brandId: cast.b.brandId, logo, mailDataUri: null }, cast.b.id);
    await expect(edit(manager, 1, { logoId: foreign.logoId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await edit(manager, 1, { logoId, logoDarkId: logoId });
    expect(await brand()).toMatchObject({ logo: logo.dataUri, logo_dark: logo.dataUri, logo_mail: 'data:image/png;base64,AA==' });
    await edit(admin, 2, { bankIban: 'FR7630006000011234567890189' });
    const restored = await perform(new RestoreBrandVersion(), manager, { brandId: cast.a.brandId, version: 3, restore: 1 });
    expect(restored).toEqual({ version: 4 });
    expect(await brand()).toMatchObject({ logo: null, logo_dark: null, logo_mail: null, bank_iban: 'FR7630006000011234567890189' });
    await expect(perform(new RestoreBrandVersion(), manager, { brandId: cast.a.brandId, version: 4, restore: 77 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
