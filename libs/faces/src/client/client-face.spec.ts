import { dataQuality } from '@amiable/cases';
import { parseDecimal, toDecimal } from '@amiable/kernel';
import { fromGlobalId, toGlobalId } from '@amiable/platform';
import { canary, castId, openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import type { INestApplication } from '@nestjs/common';
import { liveThrough, remitCast } from './client-face.fixture';
import { clientUser, openClientFace } from './client-face.test-app';

const money = '{ amount currency }';
const homeQuery = `{ home { day asOf placed ${money} recovered ${money} recoveredThisMonth ${money} open ${money} promised ${money} disputed ${money} toRemit ${money} feesThisYear ${money} recoveryRate openCases closedCases
  waiting { kind caseId disputeId reference debtorName invoiceNumber amount ${money} dueOn } months { month placed ${money} recovered ${money} } ageing { bucket amount ${money} invoices } } }`;
const caseFields = `id reference debtorName debtorReference city state stage closeReason openedOn closedOn holdReason holdUntil claimed ${money} open ${money} recovered ${money} disputed ${money} promised ${money} nextStep nextStepOn
  invoices { id number issuedOn dueOn amount ${money} paid ${money} open ${money} disputed ${money} state daysLate } disputes { id invoiceNumber reason amount ${money} note state openedOn dueOn answer }
  instalments { number dueOn amount ${money} paid } timeline { id at kind actorKind actorName facts documentId documentType }`;
const caseQuery = `query ($id: ID!) { case(caseId: $id) { ${caseFields} } }`;
const casesQuery = `query ($filter: ClientCaseFilter, $order: ClientCaseOrder, $page: PageInput!) { cases(filter: $filter, order: $order, page: $page) { totalCount pageInfo { endCursor hasNextPage } edges { cursor }
  nodes { id reference debtorName debtorReference state stage openedOn claimed ${money} open ${money} recovered ${money} disputed promisedOn lastEvent lastEventAt } } }`;
const movementFields = `id caseId reference debtorName kind method amount ${money} effectiveOn fee ${money} feePercent remittanceNumber`;
const movementsQuery = `query ($page: PageInput!) { movements(page: $page) { totalCount pageInfo { endCursor hasNextPage } nodes { ${movementFields} } } }`;
const remittanceFields = `id number invoiceNumber asOf funds ${money} fees ${money} vat ${money} paidOut ${money} state paidOutOn pdfId csvId movements { ${movementFields} }`;
const remittancesQuery = `{ remittances { ${remittanceFields} } }`;
const remittanceQuery = `query ($id: ID!) { remittance(remittanceId: $id) { ${remittanceFields} } }`;
const answerMutation = `mutation ($input: AnswerDisputeInput!) { answerDispute(input: $input) { ${caseFields} } }`;
const page = { first: 100 };
const sum = (amounts: ReadonlyArray<{ amount: string } | null>) =>
  toDecimal(amounts.reduce((total, each) => total + parseDecimal(each!.amount), 0n));

describe('the portal of a client company', () => {
  let test: TestDatabase;
  let cast: Cast;
  let app: INestApplication;
  let told: Awaited<ReturnType<typeof liveThrough>>;
  let ask: Awaited<ReturnType<typeof openClientFace>>['ask'];
  const owner = () => clientUser(cast.a, cast.a.owner, 'owner');
  const reader = () => clientUser(cast.a, cast.a.reader, 'reader');
  const home = async (who = owner()) => (await ask(who, homeQuery)).data.home;
  const list = async (filter: object = {}, more: object = {}) => (await ask(owner(), casesQuery, { filter, page, ...more })).data.cases;

  beforeAll(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
    told = await liveThrough(test, cast);
    ({ app, ask } = await openClientFace(test));
  });
  afterAll(async () => {
    await app?.close();
    await test.close();
  });

  it('shows on the first screen what was placed, what came in, what is promised, disputed and still to be paid on', async () => {
    expect(await home()).toMatchObject({
      day: '2026-11-02',
      asOf: '2026-11-02T08:00:00Z',
      placed: { amount: '4493.88', currency: 'EUR' },
      recovered: { amount: '2913.88' },
      recoveredThisMonth: { amount: '2580.55' },
      open: { amount: '1580.00' },
      promised: { amount: '400.00' },
      disputed: { amount: '300.00' },
      // 2,713.88 held - 291.39 fees (of 2,913.88, each rounded) - 58.28 VAT, once on the sum
      toRemit: { amount: '2364.21' },
      feesThisYear: { amount: '291.39' },
      recoveryRate: '64.84',
      openCases: 2,
      closedCases: 1,
    });
  });

  it('says first what waits for an answer', async () => {
    const [first] = cast.a.cases;
    const { waiting } = await home();
    expect(waiting).toEqual([
      {
        kind: 'dispute',
        caseId: toGlobalId('Case', cast.a.id, first.caseId),
        disputeId: toGlobalId('Dispute', cast.a.id, told.dispute),
        reference: first.reference,
        debtorName: first.debtorName,
        invoiceNumber: first.invoices[0]!.number,
        amount: { amount: '300.00', currency: 'EUR' },
        dueOn: '2026-11-16',
      },
    ]);
  });

  it('gives each figure as the total of the list it opens', async () => {
    const figures = await home();
    const all = (await list()).nodes;
    expect(figures.placed.amount).toBe(sum(all.map((c: any) => c.claimed)));
    expect(figures.open.amount).toBe(sum(all.filter((c: any) => c.state !== 'CLOSED').map((c: any) => c.open)));
    const movements = (await ask(owner(), movementsQuery, { page })).data.movements.nodes;
    expect(figures.recovered.amount).toBe(sum(movements.map((m: any) => m.amount)));
    expect(figures.recovered.amount).toBe(sum(all.map((c: any) => c.recovered)));
    expect(figures.feesThisYear.amount).toBe(sum(movements.map((m: any) => m.fee)));
    const cases = await Promise.all(all.map(async (c: any) => (await ask(owner(), caseQuery, { id: c.id })).data.case));
    expect(figures.disputed.amount).toBe(sum(cases.map((c) => c.disputed)));
    expect(figures.disputed.amount).toBe(
      sum(cases.flatMap((c) => c.disputes.filter((d: any) => d.state === 'OPEN').map((d: any) => d.amount))),
    );
    expect(figures.disputed.amount).toBe(sum(figures.waiting.map((w: any) => w.amount)));
    expect(figures.promised.amount).toBe(sum(cases.map((c) => c.promised)));
    for (const c of cases) expect(c.open.amount).toBe(sum(c.invoices.map((i: any) => i.open)));
  });

  it('ages what is open to the day, and adds months up to the totals', async () => {
    const { ageing, months, open, placed, recovered } = await home();
    expect(ageing).toEqual([
      { bucket: 'not_due', amount: { amount: '580.00', currency: 'EUR' }, invoices: 2 },
      { bucket: '1-30', amount: { amount: '1000.00', currency: 'EUR' }, invoices: 1 },
      ...['31-60', '61-90', '91+'].map((bucket) => ({ bucket, amount: { amount: '0.00', currency: 'EUR' }, invoices: 0 })),
    ]);
    expect(sum(ageing.map((a: any) => a.amount))).toBe(open.amount);
    expect(months.map((m: any) => m.month)).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(sum(months.map((m: any) => m.placed))).toBe(placed.amount);
    expect(sum(months.map((m: any) => m.recovered))).toBe(recovered.amount);
    expect(months.slice(-2).map((m: any) => m.recovered.amount)).toEqual(['333.33', '2580.55']);
  });

  it('finds cases by state, by what is disputed or promised, and by any part of a name or number', async () => {
    const names = async (filter: object) => (await list(filter)).nodes.map((c: any) => c.debtorName);
    expect(await names({ disputed: true })).toEqual(['Boulangerie Martin']);
    expect(await names({ promised: true })).toEqual(['Camille Roussel']);
    expect(await names({ state: 'CLOSED' })).toEqual(['Garage du Pont']);
    expect(await names({ stage: 'BEFORE_DUE' })).toEqual(['Camille Roussel']);
    expect(await names({ text: ' rOUSSél ' })).toEqual(['Camille Roussel']);
    expect(await names({ text: cast.a.cases[2].invoices[0]!.number.toLowerCase() })).toEqual(['Garage du Pont']);
    expect(await names({ text: '%' })).toEqual([]);
    expect((await list({ disputed: false })).totalCount).toBe(2);
  });

  it.each(['NEWEST', 'OLDEST', 'LARGEST'])('pages through cases, %s first, without losing or repeating one', async (order) => {
    const whole = (await list({}, { order })).nodes.map((c: any) => c.id);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const part: any = await list({}, { order, page: { first: 1, after } });
      expect(part.totalCount).toBe(3);
      seen.push(...part.nodes.map((c: any) => c.id));
      ({ endCursor: after, hasNextPage: more } = part.pageInfo);
    }
    expect(seen).toEqual(whole);
    expect(seen).toHaveLength(3);
  });

  it('refuses a cursor that is none of its own', async () => {
    const forged = Buffer.from(JSON.stringify(["2026-01-01'", 'x'])).toString('base64url');
    for (const after of [forged, 'nonsense', Buffer.from('[]').toString('base64url')]) {
      expect((await ask(owner(), casesQuery, { page: { first: 5, after } })).code).toBe('BAD_INPUT');
      expect((await ask(owner(), movementsQuery, { page: { first: 5, after } })).code).toBe('BAD_INPUT');
    }
    expect((await ask(owner(), casesQuery, { page: { first: 101 } })).code).toBe('BAD_INPUT');
  });

  it('tells the story of a case: invoices, dispute, next step, and only the events the client sees, with their documents', async () => {
    const { data } = await ask(owner(), caseQuery, { id: toGlobalId('Case', cast.a.id, cast.a.cases[0].caseId) });
    expect(data.case).toMatchObject({
      debtorName: 'Boulangerie Martin',
      debtorReference: 'DA1',
      city: 'Ville 1',
      state: 'OPEN',
      stage: 'REMINDER',
      claimed: { amount: '1533.33' },
      recovered: { amount: '433.33' },
      open: { amount: '1100.00' },
      nextStep: 'Première relance',
      nextStepOn: '2026-11-02',
      instalments: [],
      disputes: [
        {
          reason: 'DEFECTIVE',
          amount: { amount: '300.00' },
          note: 'Deux chaises cassées',
          state: 'OPEN',
          openedOn: '2026-11-02',
          dueOn: '2026-11-16',
          answer: null,
        },
      ],
    });
    expect(data.case.invoices.map((i: any) => [i.number, i.open.amount, i.state, i.disputed.amount, i.daysLate])).toEqual([
      ['FA-101', '1000.00', 'DISPUTED', '300.00', 3],
      ['FA-102', '100.00', 'PARTLY_PAID', '0.00', 0],
    ]);
    const kinds = data.case.timeline.map((e: any) => e.kind);
    expect(kinds).toContain('dispute.opened');
    expect(kinds).not.toContain('note.added');
    const mail = data.case.timeline.find((e: any) => e.kind === 'email.sent');
    expect(mail).toMatchObject({
      at: '2026-11-01T08:00:00.000Z',
      actorKind: 'SYSTEM',
      facts: { name: 'Première relance' },
      documentType: 'email',
    });
    expect(mail.facts).not.toHaveProperty('messageId');
    expect(fromGlobalId('Document', mail.documentId)).toEqual({ clientId: cast.a.id, id: told.document });
  });

  it('shows no fee to a reader: not on a movement, not in a total, not in a statement', async () => {
    const figures = await home(reader());
    expect([figures.recovered.amount, figures.toRemit.amount, figures.feesThisYear.amount]).toEqual(['2913.88', '0.00', '0.00']);
    const { data } = await ask(reader(), movementsQuery, { page });
    expect(data.movements.nodes.map((m: any) => [m.fee, m.feePercent])).toEqual(Array(4).fill([null, null]));
    expect((await ask(reader(), remittancesQuery)).code).toBe('FORBIDDEN');
    const [remittance] = [toGlobalId('Remittance', cast.a.id, castId('any'))];
    expect((await ask(reader(), remittanceQuery, { id: remittance })).code).toBe('FORBIDDEN');
  });

  it('lets a reader read a dispute and not answer it', async () => {
    const input = {
      disputeId: toGlobalId('Dispute', cast.a.id, told.dispute),
      upheld: true,
      answer: 'Oui',
      idempotencyKey: 'reader-key-1',
    };
    expect((await ask(reader(), answerMutation, { input })).code).toBe('FORBIDDEN');
  });

  it('answers NOT_FOUND for every id of another client, and for a forged one', async () => {
    const forge = (kind: 'Case' | 'Remittance' | 'Dispute', id: string) => [
      toGlobalId(kind, cast.b.id, id),
      toGlobalId(kind, cast.a.id, id),
      'nonsense',
    ];
    for (const id of forge('Case', cast.b.cases[0].caseId)) expect((await ask(owner(), caseQuery, { id })).code).toBe('NOT_FOUND');
    for (const id of forge('Remittance', castId('remittance of B')))
      expect((await ask(owner(), remittanceQuery, { id })).code).toBe('NOT_FOUND');
    for (const disputeId of forge('Dispute', told.disputeOfB)) {
      expect(
        (
          await ask(owner(), answerMutation, {
            input: { disputeId, upheld: false, answer: 'Non', idempotencyKey: `foreign-${disputeId.slice(-8)}` },
          })
        ).code,
      ).toBe('NOT_FOUND');
    }
    expect((await test.owner(`select state from disputes where id = $1`, [told.disputeOfB]))[0]).toEqual({ state: 'open' });
  });

  describe('after the remittance', () => {
    let remittanceId: string;
    let toRemit: { amount: string };
    beforeAll(async () => {
      toRemit = (await home()).toRemit;
      await remitCast(test, cast.b);
      remittanceId = toGlobalId('Remittance', cast.a.id, await remitCast(test, cast.a));
    });

    it('what the first screen promised was paid out, nothing is left, and the statement is the sum of its lines', async () => {
      expect((await home()).toRemit.amount).toBe('0.00');
      const { remittance } = (await ask(owner(), remittanceQuery, { id: remittanceId })).data;
      expect(remittance).toMatchObject({
        number: 'R-2026-00002',
        invoiceNumber: 'F-2026-00002',
        state: 'ORDERED',
        paidOutOn: null,
        funds: { amount: '2713.88' },
        vat: { amount: '58.28' },
        paidOut: toRemit,
      });
      expect(sum(remittance.movements.map((m: any) => m.fee))).toBe(remittance.fees.amount);
      expect(sum(remittance.movements.filter((m: any) => m.method !== 'DIRECT').map((m: any) => m.amount))).toBe(remittance.funds.amount);
      expect(remittance.movements.every((m: any) => m.remittanceNumber === remittance.number && m.feePercent === '10.00')).toBe(true);
      expect(fromGlobalId('Document', remittance.pdfId).clientId).toBe(cast.a.id);
      expect((await ask(owner(), remittancesQuery)).data.remittances).toEqual([remittance]);
    });
  });

  it('never says a word of the other client', async () => {
    const answers = [
      await ask(owner(), homeQuery),
      await ask(owner(), casesQuery, { page }),
      await ask(owner(), movementsQuery, { page }),
      await ask(owner(), remittancesQuery),
      await ask(owner(), casesQuery, { filter: { text: canary }, page }),
    ];
    for (const { caseId } of cast.a.cases) answers.push(await ask(owner(), caseQuery, { id: toGlobalId('Case', cast.a.id, caseId) }));
    for (const { text, code } of answers) {
      expect(code).toBeUndefined();
      expect(text).not.toContain(canary);
    }
    expect((await ask(clientUser(cast.b, cast.b.owner, 'owner'), homeQuery)).text).toContain(canary);
  });

  // Last: it changes the figures.
  it('answers a dispute once: the debtor is right, the part is claimed no more, and every figure follows', async () => {
    const input = {
      disputeId: toGlobalId('Dispute', cast.a.id, told.dispute),
      upheld: true,
      answer: ' Avoir à venir ',
      idempotencyKey: 'answer-key-1',
    };
    expect((await ask(owner(), answerMutation, { input: { ...input, answer: ' ', idempotencyKey: 'answer-key-0' } })).code).toBe(
      'TEXT_MISSING',
    );
    for (const _ of ['first', 'again']) {
      const { data } = await ask(owner(), answerMutation, { input });
      expect(data.answerDispute).toMatchObject({
        open: { amount: '800.00' },
        disputed: { amount: '0.00' },
        disputes: [{ state: 'UPHELD', answer: 'Avoir à venir' }],
      });
      expect(data.answerDispute.timeline.filter((e: any) => e.kind === 'dispute.upheld')).toMatchObject([
        { actorKind: 'CLIENT', actorName: cast.a.owner.name },
      ]);
    }
    expect((await ask(owner(), answerMutation, { input: { ...input, idempotencyKey: 'answer-key-2' } })).code).toBe('NO_SUCH_TRANSITION');
    expect((await ask(owner(), answerMutation, { input: { ...input, upheld: false } })).code).toBe('IDEMPOTENCY_MISMATCH');
    expect(await home()).toMatchObject({
      waiting: [],
      disputed: { amount: '0.00' },
      open: { amount: '1280.00' },
      placed: { amount: '4493.88' },
    });
  });

  it('says how complete the files are, what most cases lack, and lists exactly the cases that lack it', async () => {
    const rows = await test.owner<Record<string, any>>(
      `select d.*, c.reference as case_reference, c.debtor_id from cases c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where c.client_id = $1 and c.state <> 'closed'`,
      [cast.a.id],
    );
    const told = rows.map((row) => ({
      reference: row.case_reference as string,
      ...dataQuality({
        kind: row.kind,
        email: row.email,
        phone: row.phone,
        addressLine: row.address_line,
        postcode: row.postcode,
        city: row.city,
        addressReturned: row.address_returned_on !== null,
        siren: row.siren,
        vatNumber: row.vat_number,
        contacts: row.contacts,
      }),
    }));
    const query = `{ dataQuality { mean debtors missing { gap cases } thinnest { reference quality missing } } }`;
    const { dataQuality: quality } = (await ask(owner(), query)).data;
    expect(quality.debtors).toBe(new Set(rows.map(({ debtor_id }) => debtor_id)).size);
    expect(quality.missing.length).toBeGreaterThan(0);
    for (const one of quality.thinnest) {
      const right = told.find(({ reference }) => reference === one.reference)!;
      expect(one.quality).toBe(right.score);
      expect(one.missing).toEqual(right.missing.map(({ code }) => code.toUpperCase()));
    }
    for (const { gap, cases } of quality.missing) {
      const lacking = told
        .filter(({ missing }) => missing.some(({ code }) => code.toUpperCase() === gap))
        .map(({ reference }) => reference);
      expect(cases).toBe(lacking.length);
      expect((await list({ lacks: gap })).nodes.map(({ reference }: { reference: string }) => reference).toSorted()).toEqual(
        lacking.toSorted(),
      );
    }
    const other = (await ask(clientUser(cast.b, cast.b.owner, 'owner'), query)).data.dataQuality;
    expect(JSON.stringify(other)).not.toContain(told[0]!.reference);
  });
});
