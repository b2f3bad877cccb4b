import { randomUUID } from 'node:crypto';
import { toGlobalId, type IdKind } from '@amiable/platform';
import { openStage, type Stage } from '../stage';
import { liveALittle } from './lived-in';
import { canariesOf, photograph, ThingsOf } from './things-of';
import { seatEverybody, type Seated } from './seated';

const rubbish = [
  'x',
  '0',
  '%00',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  encodeURIComponent(`' or 1=1 --`),
  '00000000-0000-0000-0000-000000000000',
  'A'.repeat(44),
  'A'.repeat(3_000),
  '%E0%A4%A',
  '%F0%9F%92%A9',
];

/** The same wall on the plain routes: files, imports and the debtor's pages. */
describe("another client's file or page", () => {
  let stage: Stage;
  let everybody: Seated[];
  let a: ThingsOf;
  let b: ThingsOf;
  let documents: Array<{ id: string; client_id: string; kind: string; case_id: string | null }>;

  beforeAll(async () => {
    stage = await openStage();
    everybody = await seatEverybody(stage);
    await liveALittle(stage);
    [a, b] = [await ThingsOf.read(stage, stage.cast.a), await ThingsOf.read(stage, stage.cast.b)];
    documents = await stage.test.owner(`select id, client_id, kind, case_id from documents`);
  });
  afterAll(() => stage.close());

  const leaksIn = (text: string): string[] => canariesOf(stage).filter((canary) => text.includes(canary));
  const own = (kind: string) => documents.filter((d) => d.client_id === stage.cast.a.id && d.kind === kind);
  const others = (kind: string) => documents.filter((d) => d.client_id === stage.cast.b.id && d.kind === kind);

  /** Ids that must not exist for client A, and then rubbish. */
  const attacksOn = (kind: IdKind, otherId: string, ownId: string): string[] => [
    toGlobalId(kind, stage.cast.b.id, otherId),
    toGlobalId(kind, stage.cast.a.id, otherId),
    toGlobalId(kind, stage.cast.b.id, ownId),
    toGlobalId(kind, stage.cast.a.id, randomUUID()),
    toGlobalId('Case', stage.cast.a.id, ownId),
    a.id('Case'),
    otherId,
    ...rubbish,
  ];

  /** Asks for each address as each person; answers what was wrong. */
  async function faultsOf(people: readonly Seated[], paths: readonly string[], right: readonly number[]): Promise<string[]> {
    const faults: string[] = [];
    for (const who of people) {
      for (const path of paths) {
        const answer = await stage.browser().get(path).set('cookie', who.cookie);
        const text = `${JSON.stringify(answer.headers)}${answer.text ?? ''}${Buffer.isBuffer(answer.body) ? answer.body.toString('latin1') : ''}`;
        if (!right.includes(answer.status)) faults.push(`${who.audience} ${who.role} got ${answer.status} for ${path.slice(0, 120)}`);
        if (leaksIn(text).length > 0)
          faults.push(`${who.audience} ${who.role} was told ${leaksIn(text).join(', ')} at ${path.slice(0, 120)}`);
      }
    }
    return faults;
  }

  it('has kinds of documents to be tried with', () => {
    for (const kind of ['receipt', 'remittance_statement', 'import_file'])
      expect([kind, own(kind).length > 0, others(kind).length > 0]).toEqual([kind, true, true]);
  });

  it('/files/<id> is not found, for whatever kind of document', async () => {
    const before = await photograph(stage);
    const kinds = [...new Set(documents.map((d) => d.kind))];
    const ids = kinds.flatMap((kind) =>
      others(kind)
        .slice(0, 1)
        .flatMap((other) => attacksOn('Document', other.id, own(kind)[0]?.id ?? randomUUID())),
    );
    expect(
      await faultsOf(
        everybody.filter((who) => who.audience !== 'debtor'),
        ids.flatMap((id) => [`/files/${id}`, `/files/${id}?download`, `/files/${id}?as=client`]).slice(0, 3 * ids.length),
        [400, 401, 404],
      ),
    ).toEqual([]);
    expect(await photograph(stage)).toEqual(before);
  });

  it('/files/<id> of the own client opens, by those who may see that kind', async () => {
    const status = async (role: string, audience: string, kind: string) =>
      (
        await stage
          .browser()
          .get(`/files/${toGlobalId('Document', stage.cast.a.id, own(kind)[0]!.id)}`)
          .set('cookie', everybody.find((who) => who.role === role && who.audience === audience)!.cookie)
      ).status;
    expect(await status('collector', 'agency', 'receipt')).toBe(200);
    expect(await status('reader', 'client', 'receipt')).toBe(200);
    expect(await status('reader', 'client', 'remittance_statement')).toBe(404); // it shows what the agency earns
    expect(await status('finance', 'client', 'remittance_statement')).toBe(200);
    expect(await status('owner', 'client', 'import_file')).toBe(404);
  });

  it('/files/imports takes no file for another client and shows no rejected lines of one', async () => {
    const before = await photograph(stage);
    const managers = everybody.filter((who) => who.audience === 'agency' && (who.role === 'manager' || who.role === 'admin'));
    expect(
      await faultsOf(
        managers,
        attacksOn('Import', b.uuid('Import'), a.uuid('Import')).map((id) => `/files/imports/${id}/rejected.csv`),
        [400, 404],
      ),
    ).toEqual([]);
    const faults: string[] = [];
    for (const who of managers) {
      for (const id of [
        b.id('Client'),
        toGlobalId('Client', stage.cast.a.id, stage.cast.b.id),
        toGlobalId('Client', stage.cast.b.id, stage.cast.a.id),
        a.id('Case'),
        '',
        ...rubbish,
      ]) {
        const answer = await stage
          .browser()
          .post(`/files/imports?client=${id}`)
          .set('origin', stage.url)
          .set('cookie', who.cookie)
          .type('text/csv')
          .send('a;b\n1;2\n');
        if (answer.status !== 404 && answer.status !== 400)
          faults.push(`${who.role} may post a file for ${id.slice(0, 60)}: ${answer.status} ${answer.text.slice(0, 100)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(await photograph(stage)).toEqual(before);
    const mine = await stage
      .browser()
      .get(`/files/imports/${a.id('Import')}/rejected.csv`)
      .set('cookie', managers[0]!.cookie);
    expect([mine.status, mine.text.includes('N-2')]).toEqual([200, true]);
    const collectors = everybody.filter((who) => who.role === 'collector' || who.audience === 'client');
    expect(await faultsOf(collectors, [`/files/imports/${a.id('Import')}/rejected.csv`], [403, 401])).toEqual([]);
  });

  it("a debtor's receipt and payment are those of the one case of the session", async () => {
    const debtor = everybody.filter((who) => who.audience === 'debtor');
    const base = `/b/${stage.cast.a.slug}`;
    const ownReceipt = own('receipt').find((d) => d.case_id === stage.cast.a.cases[0].caseId)!;
    const neighbour = own('receipt').find((d) => d.case_id === stage.cast.a.cases[2].caseId)!;
    const receipts = [
      ...attacksOn('Document', others('receipt')[0]!.id, ownReceipt.id),
      toGlobalId('Document', stage.cast.a.id, neighbour.id),
      toGlobalId('Document', stage.cast.a.id, own('remittance_statement')[0]!.id),
    ];
    expect(
      await faultsOf(
        debtor,
        receipts.map((id) => `${base}/receipts/${id}.pdf`),
        [400, 404],
      ),
    ).toEqual([]);
    expect(
      (
        await stage
          .browser()
          .get(`${base}/receipts/${toGlobalId('Document', stage.cast.a.id, ownReceipt.id)}.pdf`)
          .set('cookie', debtor[0]!.cookie)
      ).status,
    ).toBe(200);

    const before = await photograph(stage);
    const payments = [
      b.uuid('Payment'),
      a.uuid('Payment'),
      b.id('Payment'),
      a.id('Payment'),
      randomUUID(),
      '-'.repeat(36),
      'a'.repeat(36),
      ...rubbish,
    ];
    expect(
      await faultsOf(
        debtor,
        payments.flatMap((id) => [`${base}/return/${id}`, `${base}/return/${id}?left=1`]),
        [400, 404],
      ),
    ).toEqual([]);
    expect(await photograph(stage)).toEqual(before);
    // Under another brand the session is no session.
    for (const path of [
      'claim',
      'pay',
      `return/${a.uuid('Payment')}`,
      `receipts/${toGlobalId('Document', stage.cast.a.id, ownReceipt.id)}.pdf`,
    ]) {
      const answer = await stage.browser().get(`/b/${stage.cast.b.slug}/${path}`).set('cookie', debtor[0]!.cookie);
      expect([path, answer.status, answer.text.includes('Boulangerie')]).toEqual([path, 401, false]);
    }
  });
});
