import { toGlobalId } from '@amiable/platform';
import { openStage, type Stage } from '../stage';
import { callOf, rootFieldsOf } from './schema-walk';
import { enter, seatEverybody, type Seated } from './seated';

const openView = `mutation($input: ViewAsInput!) { openView(input: $input) }`;
const meOfConsole = `{ me { user { name } abilities viewedBy { by until } } }`;
const meOfPortal = `{ me { user { name } viewedUntil } }`;
const dummies: Readonly<Record<string, unknown>> = {
  ID: 'x',
  String: 'reminder_1',
  Date: '2026-11-20',
  DateTime: '2026-11-20T10:00:00Z',
  Decimal: '1.00',
  Boolean: false,
  Int: 1,
};
const reason = 'Vérifier ce que voit Léa';

/** A manager looks through the eyes of others: what he sees, and everything he must not be able to do with it. */
describe('viewing as another user', () => {
  let stage: Stage;
  let everybody: Seated[];
  let lea: string;
  beforeEach(async () => {
    stage = await openStage();
    everybody = await seatEverybody(stage);
    const admin = await enter(stage, 'agency', 'admin', stage.cast.staff.admin.email);
    const { data } = await admin.ask(`{ collectors { id name } }`);
    lea = data.collectors.find((one: { name: string }) => one.name === stage.cast.staff.lea.name).id;
  });
  afterEach(() => stage.close());

  const seated = (role: string, audience = 'agency') => everybody.find((one) => one.audience === audience && one.role === role)!;
  /** Opens a view; answers its cookie, or the code of the refusal. */
  const view = async (by: Pick<Seated, 'cookie'>, input: object): Promise<string> => {
    const answer = await stage
      .browser()
      .post('/graphql/agency')
      .set('origin', stage.url)
      .set('cookie', by.cookie)
      .send({ query: openView, variables: { input: { reason, ...input } } });
    const code = answer.body.errors?.[0]?.extensions.code as string | undefined;
    return code ?? String(answer.headers['set-cookie']).split(';')[0]!;
  };
  const console_ = (cookie: string) => stage.ask('agency', meOfConsole, {}, cookie);

  it('shows what that user sees, under a banner, within the portfolio of both', async () => {
    const manager = seated('manager'); // whose portfolio is client A alone; Léa's is every client
    const both = `${manager.cookie}; ${await view(manager, { staff: lea })}`;
    const { data } = await console_(both);
    expect(data.me).toMatchObject({ user: { name: stage.cast.staff.lea.name }, viewedBy: { by: 'Dominique Test' } });
    expect(data.me.abilities).not.toContain('viewAs:User');
    const { data: list } = await stage.ask('agency', `{ clients { name } }`, {}, both);
    expect(list.clients).toEqual([{ name: stage.cast.a.name }]);
  });

  it('changes nothing: every mutation and every route that takes something is refused', async () => {
    const admin = await enter(stage, 'agency', 'admin', stage.cast.staff.admin.email);
    const both = `${admin.cookie}; ${await view(admin, { staff: lea })}`;
    const client = await stage.ask('agency', `{ clients { id } }`, {}, both);
    const { data: page } = await stage.ask(
      'agency',
      `query($id: ID!) { client(clientId: $id) { users { id } } }`,
      { id: client.data.clients[0].id },
      both,
    );
    const portal = `${admin.cookie}; ${await view(admin, { clientUserId: page.client.users[0].id })}`;
    const faults: string[] = [];
    let asked = 0;
    for (const field of (await rootFieldsOf(stage)).filter(
      ({ operation, audience }) => operation === 'mutation' && audience !== 'debtor',
    )) {
      if (['endView', 'signOut'].includes(field.name)) continue;
      const { query, variables } = callOf(field, new Map(), (type) => dummies[type]);
      const answer = await stage.ask(field.audience, query, variables, field.audience === 'agency' ? both : portal);
      const code = answer.errors?.[0]?.extensions.code;
      if (code !== 'VIEWING_ONLY') faults.push(`${field.audience}.${field.name} answered ${code ?? 'data'}`);
      asked++;
    }
    expect(faults).toEqual([]);
    expect(asked).toBeGreaterThan(50);
    const upload = await stage
      .browser()
      .post('/files/imports')
      .set('origin', stage.url)
      .set('cookie', both)
      .attach('file', Buffer.from('x'), 'x.png');
    expect([upload.status, upload.text]).toEqual([422, expect.stringContaining('VIEWING_ONLY')]);
  });

  it('is worth nothing without the viewer’s own session, and is no session of its own', async () => {
    const manager = seated('manager');
    const cookie = await view(manager, { staff: lea });
    const token = cookie.split('=')[1]!;
    expect((await console_(cookie)).data.me).toBeNull();
    expect((await console_(`amiable_agency=${token}`)).data.me).toBeNull();
    expect((await console_(`${seated('collector').cookie}; ${cookie}`)).data.me).toMatchObject({ viewedBy: null });
    await manager.ask(`mutation { signOut }`);
    expect((await console_(`${manager.cookie}; ${cookie}`)).data.me).toBeNull();
  });

  it('lasts half an hour, ends when asked, and stays on record with its reason', async () => {
    const manager = seated('manager');
    const both = `${manager.cookie}; ${await view(manager, { staff: lea })}`;
    stage.test.clock.advance({ minutes: 29 });
    expect((await console_(both)).data.me.viewedBy).not.toBeNull();
    stage.test.clock.advance({ minutes: 2 });
    expect((await console_(both)).data.me).toMatchObject({ user: { name: 'Dominique Test' }, viewedBy: null });
    const again = `${manager.cookie}; ${await view(manager, { staff: lea })}`;
    expect((await stage.ask('agency', `mutation { endView }`, {}, again)).data).toEqual({ endView: true });
    expect((await console_(again)).data.me.viewedBy).toBeNull();
    const { data } = await manager.ask(`{ staffViews { viewerName viewedName reason endedAt } }`);
    const { name } = stage.cast.staff.lea;
    expect(data.staffViews).toEqual(
      [1, 2].map(() => ({ viewerName: 'Dominique Test', viewedName: name, reason, endedAt: expect.any(String) })),
    );
  });

  it('is not nested, and gives nobody the eyes of one who may more, of himself or of a client out of reach', async () => {
    const { data } = await (await enter(stage, 'agency', 'admin', stage.cast.staff.admin.email)).ask(`{ collectors { id name isMe } }`);
    const admin = data.collectors.find((one: { isMe: boolean }) => one.isMe).id;
    const manager = seated('manager');
    const both = `${manager.cookie}; ${await view(manager, { staff: lea })}`;
    expect(await view({ cookie: both }, { staff: lea })).toBe('VIEWING_ONLY');
    expect(await view(manager, { staff: admin })).toBe('VIEW_NOT_ALLOWED');
    expect(await view(seated('collector'), { staff: lea })).toBe('FORBIDDEN');
    expect(await view(seated('accountant'), { staff: lea })).toBe('FORBIDDEN');
    expect(await view(manager, { staff: lea, reason: ' a ' })).toBe('TEXT_MISSING');
    expect(await view(manager, {})).toBe('NOT_FOUND');
    const { data: clients } = await (await enter(stage, 'agency', 'admin', stage.cast.staff.admin.email)).ask(`{ clients { id name } }`);
    const other = clients.clients.find(({ name }: { name: string }) => name === stage.cast.b.name).id;
    const full = await enter(stage, 'agency', 'admin', stage.cast.staff.admin.email);
    const { data: page } = await full.ask(`query($id: ID!) { client(clientId: $id) { users { id } } }`, { id: other });
    expect(await view(manager, { clientUserId: page.client.users[0].id })).toBe('NOT_FOUND');
    expect(await view(full, { clientUserId: page.client.users[0].id })).toContain('amiable_view_client=');
  });

  it('shows the portal as a client’s user sees it', async () => {
    const manager = seated('manager');
    const { data: list } = await manager.ask(`{ clients { id } }`);
    const { data } = await manager.ask(`query($id: ID!) { client(clientId: $id) { users { id name } } }`, { id: list.clients[0].id });
    const user = data.client.users[0];
    const both = `${manager.cookie}; ${await view(manager, { clientUserId: user.id })}`;
    expect((await stage.ask('client', meOfPortal, {}, both)).data.me).toEqual({
      user: { name: user.name },
      viewedUntil: expect.any(String),
    });
    expect((await console_(both)).data.me).toMatchObject({ viewedBy: null }); // the console is still his own
  });

  it('puts each look on record before it is answered, for good, and the client reads who looked as one of his users', async () => {
    const manager = seated('manager');
    const both = `${manager.cookie}; ${await view(manager, { staff: lea })}`;
    const caseId = toGlobalId('Case', stage.cast.a.id, stage.cast.a.cases[0].caseId);
    await stage.ask('agency', `query($id: ID!) { myDay { day } case(caseId: $id) { id } }`, { id: caseId }, both);
    await stage.ask('agency', `{ alertRules { kind } }`, {}, both); // refused, and on record all the same
    const looks = await stage.test.owner<{ what: string }>(`select what from staff_view_looks order by id`);
    expect(looks.map(({ what }) => what).toSorted()).toEqual(['alertRules', `case ${caseId}`, 'myDay']);
    const { data } = await manager.ask(`{ staffViews { reads looks } }`);
    expect(data.staffViews).toEqual([{ reads: 3, looks: expect.arrayContaining(['myDay', 'case', 'alertRules']) }]);
    for (const table of ['staff_view_looks', 'staff_views'])
      await expect(stage.test.owner(`delete from ${table}`)).rejects.toThrow('APPEND_ONLY');

    const { owner, id } = stage.cast.a;
    const portal = `${manager.cookie}; ${await view(manager, { clientUserId: toGlobalId('ClientUser', id, owner.id) })}`;
    const { data: home } = await stage.ask('client', `{ home { asOf } me { abilities } }`, {}, portal);
    expect(home.home).not.toBeNull();
    // Of both the less: the owner changes bank details and reads who looked, the manager of the agency does neither.
    for (const more of ['edit:BankDetails', 'read:StaffView']) expect(home.me.abilities).not.toContain(more);
    const read = (await stage.signIn('client', owner.email))(`{ agencyViews { viewerName viewedName reason } }`);
    expect((await read).data.agencyViews).toEqual([{ viewerName: 'Dominique Test', viewedName: owner.name, reason }]);
    const other = (await stage.signIn('client', stage.cast.b.owner.email))(`{ agencyViews { reason } }`);
    expect((await other).data.agencyViews).toEqual([]);
  });

  it('falls when the one looked through rises above, or the client leaves the portfolio', async () => {
    const manager = seated('manager');
    const both = `${manager.cookie}; ${await view(manager, { staff: lea })}`;
    expect((await console_(both)).data.me.viewedBy).not.toBeNull();
    await stage.test.owner(`update staff_users set role = 'admin' where id = $1`, [stage.cast.staff.lea.id]);
    expect((await console_(both)).data.me).toMatchObject({ user: { name: 'Dominique Test' }, viewedBy: null });
    const { owner, id } = stage.cast.a;
    const portal = `${manager.cookie}; ${await view(manager, { clientUserId: toGlobalId('ClientUser', id, owner.id) })}`;
    expect((await stage.ask('client', meOfPortal, {}, portal)).data.me.viewedUntil).not.toBeNull();
    await stage.test.owner(`update staff_users set portfolio = $1 where name = 'Dominique Test' and role = 'manager'`, [[stage.cast.b.id]]);
    expect((await stage.ask('client', meOfPortal, {}, portal)).data.me).toBeNull();
  });
});
