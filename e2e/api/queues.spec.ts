import { openStage, type Stage } from '../stage';

const next = `mutation($queue: CaseFilter) { takeNextCase(queue: $queue) { id } }`;
const shown = `query($id: ID!, $queue: CaseFilter) { case(caseId: $id, queue: $queue) { id client { id } stage nextCaseId } }`;

/** Queues by client, stage, language and tag (a skill): what one picks is what comes, on the day, in the list, and as the next case. */
describe('a part of the queue', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
    await stage.test.owner(`update work_items set ready = true, due_on = '2026-11-02' where queue = 'amicable'`);
  });
  afterEach(() => stage.close());

  it('gives the next case, its successor and the first of the day from one client alone', async () => {
    const lea = await stage.signIn('agency', stage.cast.staff.lea.email);
    const { data } = await lea(`{ clients { id name } }`);
    for (const { id } of data.clients as Array<{ id: string }>) {
      const queue = { clientId: id, state: 'OPEN' };
      const { data: taken } = await lea(next, { queue });
      const { data: page } = await lea(shown, { id: taken.takeNextCase.id, queue });
      expect(page.case.client.id).toBe(id);
      const { data: after } = await lea(shown, { id: page.case.nextCaseId, queue });
      expect(after.case.client.id).toBe(id);
      const { data: day } = await lea(`query($queue: CaseFilter) { myDay(queue: $queue) { next { client { id } } } }`, { queue });
      expect(new Set(day.myDay.next.map((row: { client: { id: string } }) => row.client.id))).toEqual(new Set([id]));
    }
  });

  it('is narrowed by tag, language and stage alike; what nobody is asked for any more says so with nothing', async () => {
    const lea = await stage.signIn('agency', stage.cast.staff.lea.email);
    const [theCase] = stage.cast.a.cases;
    await stage.test.owner(`insert into case_tags (client_id, case_id, tag, added_at) values ($1, $2, 'BTP', now())`, [
      stage.cast.a.id,
      theCase.caseId,
    ]);
    const first = await lea(next, { queue: { tag: 'BTP' } });
    const { data } = await lea(shown, { id: first.data.takeNextCase.id });
    expect((await lea(next, { queue: { tag: 'BTP', stage: data.case.stage } })).data.takeNextCase).toEqual(first.data.takeNextCase); // it is held by oneself
    expect((await lea(next, { queue: { tag: 'BTP', language: 'de' } })).data.takeNextCase).toBeNull();
    expect((await lea(next, { queue: { tag: 'maritime' } })).data.takeNextCase).toBeNull();
    const hugo = await stage.signIn('agency', stage.cast.staff.hugo.email);
    const { data: mine } = await lea(next, { queue: { tag: 'BTP' } });
    expect(mine.takeNextCase).not.toBeNull();
    expect((await hugo(next, { queue: { tag: 'BTP' } })).data.takeNextCase).toBeNull(); // Léa is on it
  });

  it('of a client out of reach does not exist', async () => {
    const admin = await stage.signIn('agency', stage.cast.staff.admin.email);
    const { data } = await admin(`{ clients { id name } }`);
    const other = data.clients.find(({ name }: { name: string }) => name === stage.cast.b.name).id;
    const hugo = await stage.signIn('agency', stage.cast.staff.hugo.email); // client A alone
    for (const answer of [
      await hugo(next, { queue: { clientId: other } }),
      await hugo(`query($queue: CaseFilter) { myDay(queue: $queue) { toDo } }`, { queue: { clientId: other } }),
    ])
      expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
