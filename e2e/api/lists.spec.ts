import { openStage, type Stage } from '../stage';
import { liveALittle } from './lived-in';
import { canariesOf, ThingsOf } from './things-of';
import { callOf, rootFieldsOf } from './schema-walk';
import { seatEverybody, type Seated } from './seated';

/** What needs no id of others to be asked for: lists, figures, search, cursors. */
describe('what people of client A read', () => {
  let stage: Stage;
  let everybody: Seated[];
  let a: ThingsOf;

  beforeAll(async () => {
    stage = await openStage();
    everybody = await seatEverybody(stage);
    await liveALittle(stage);
    a = await ThingsOf.read(stage, stage.cast.a);
  });
  afterAll(() => stage.close());

  const leaksIn = (text: string): string[] => canariesOf(stage).filter((canary) => text.includes(canary));

  it('holds nothing of client B, on any page of any list, by any search or cursor', async () => {
    const faults: string[] = [];
    const admin = await stage.signIn('agency', stage.cast.staff.admin.email);
    const foreign = (await admin(`{ cases(page: { first: 1 }) { pageInfo { endCursor } } }`)).data.cases.pageInfo.endCursor;
    for (const field of (await rootFieldsOf(stage)).filter(({ operation }) => operation === 'query')) {
      for (const who of everybody.filter((one) => one.audience === field.audience)) {
        const takes = (name: string) => field.field.args.some((argument) => argument.name === name);
        const tries = [
          new Map(),
          ...(takes('page') ? [new Map([['page.after', foreign]])] : []),
          ...(takes('filter') ? ['canarib7', '%', '_', 'M2QE', 'FB-'].map((text) => new Map([['filter.text', text]])) : []),
        ];
        for (const put of tries) {
          const { query, variables } = callOf(
            field,
            put,
            (type, name) =>
              ({
                ID: a.id(name === 'clientId' ? 'Client' : name === 'caseId' ? 'Case' : name === 'importId' ? 'Import' : 'Remittance'),
                Int: 100,
                Date: '2026-11-02',
                String: 'reminder_1',
              })[type],
          );
          const { text } = await who.ask(query, variables);
          if (leaksIn(text).length > 0) faults.push(`${field.audience}.${field.name} told ${who.role} of A: ${leaksIn(text).join(', ')}`);
          if (text.includes('INTERNAL'))
            faults.push(`${field.audience}.${field.name} failed for ${who.role} with ${JSON.stringify([...put])}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('names the invoices that a promise of the day is for, and none when it is for the whole', async () => {
    const { test, cast } = stage;
    const [first, second] = cast.a.cases[0].invoices;
    const manager = await stage.signIn('agency', cast.staff.manager.email);
    const promised = async (invoiceIds: readonly string[] | null) => {
      await test.owner(`delete from promises where client_id = $1`, [cast.a.id]);
      await test.owner(
        `insert into promises (client_id, id, case_id, amount_minor, paid_minor, currency, due_on, grace_days, made_on, state, made_by, source, invoice_ids, created_at)
         values ($1, gen_random_uuid(), $2, 10000, 0, 'EUR', '2026-11-03', 2, '2026-10-30', 'open', 'staff', 'promise', $3, '2026-10-30T09:00:00Z')`,
        [cast.a.id, cast.a.cases[0].caseId, invoiceIds],
      );
      const { promisesDue } = (await manager(`{ myDay { promisesDue { reference invoiceNumbers } } }`)).data.myDay;
      return promisesDue.find(({ reference }: { reference: string }) => reference === cast.a.cases[0].reference).invoiceNumbers;
    };
    expect(await promised([second!.id, first!.id])).toEqual([first!.number, second!.number]); // by the day they are due
    expect(await promised(null)).toEqual([]);
  });

  it('opens as many cases as each figure of My day counts', async () => {
    const { test, cast } = stage;
    await test.owner(`update promises set state = 'open', due_on = '2026-11-02' where client_id = $1`, [cast.a.id]);
    await test.owner(`update work_items set ready = true, why = 'broken_promise' where case_id = $1`, [cast.a.cases[0].caseId]);
    await test.owner(`update work_items set ready = true, why = 'dispute_answered' where case_id = $1`, [cast.a.cases[1].caseId]);
    const manager = await stage.signIn('agency', cast.staff.manager.email);
    const { myDay } = (await manager(`{ myDay { promisesDueToday brokenPromises disputesAnswered newReplies } }`)).data;
    const counted = async (occasion: string) =>
      (await manager(`query($o: CaseOccasion!) { cases(page: { first: 5 }, filter: { occasion: $o }) { totalCount } }`, { o: occasion }))
        .data.cases.totalCount;
    expect({
      promisesDueToday: await counted('PROMISE_DUE'),
      brokenPromises: await counted('BROKEN_PROMISE'),
      disputesAnswered: await counted('DISPUTE_ANSWERED'),
      newReplies: await counted('REPLIED'),
    }).toEqual(myDay);
    expect(Object.values(myDay).every((count) => Number(count) > 0)).toBe(true);
  });
});
