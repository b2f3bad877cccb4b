import { toGlobalId, type IdKind } from '@amiable/platform';
import { openStage, type Stage } from '../stage';
import { callOf, rootFieldsOf } from './schema-walk';
import { enter, enterAsDebtor, seatEverybody, type Seated } from './seated';

/** One person owes both clients. The agency counts him once; no client, no debtor and no collector of one client learns of the other. */
describe('one person with two creditors', () => {
  let stage: Stage;
  let lea: Seated;

  beforeAll(async () => {
    stage = await openStage();
    lea = await enter(stage, 'agency', 'collector', stage.cast.staff.lea.email);
    await stage.test.owner(
      `update debtors set phone = '+33 6 77 88 99 00', email = 'une.personne@courriel.example', iban = 'FR7630006000011234567890189' where id = any($1::uuid[])`,
      [[stage.cast.a.cases[1].debtorId, stage.cast.b.cases[1].debtorId]],
    );
  });
  afterAll(() => stage.close());

  const caseOf = (which: 'a' | 'b') => toGlobalId('Case', stage.cast[which].id, stage.cast[which].cases[1].caseId);
  const capsOf = async (which: 'a' | 'b') => {
    const answer = await lea.ask(`query($caseId: ID!) { case(caseId: $caseId) { contact { caps { kind used most } } } }`, {
      caseId: caseOf(which),
    });
    return (answer.data as { case: { contact: { caps: Array<{ kind: string; used: number }> } } }).case.contact.caps[0]!;
  };
  const act = async (input: string, field: string, value: object) => {
    const answer = await lea.ask(`mutation($input: ${input}!) { ${field}(input: $input) { id } }`, { input: value });
    expect(answer.errors).toBeUndefined();
  };
  const ids = (name: string): string => {
    const { a } = stage.cast;
    const known: Partial<Record<string, [IdKind, string]>> = {
      brandId: ['Brand', a.brandId],
      clientId: ['Client', a.id],
      invoiceId: ['Invoice', a.cases[1].invoices[0]!.id],
    };
    const [kind, id] = known[name] ?? (['Case', a.cases[1].caseId] as const);
    return toGlobalId(kind, a.id, id);
  };
  /** All that everybody of client A can read, over every query of the three endpoints and the debtor's own pages. */
  const everythingOfA = async (people: readonly Seated[]): Promise<Map<string, string>> => {
    const read = new Map<string, string>();
    for (const field of await rootFieldsOf(stage)) {
      if (field.operation !== 'query') continue;
      const dummy = (type: string, name: string) =>
        type === 'ID'
          ? ids(name)
          : ({ Date: '2026-11-02', Int: 10, String: 'reminder_1', Boolean: true, Decimal: '1.00' } as Record<string, unknown>)[type];
      for (const who of people.filter(({ audience }) => audience === field.audience)) {
        const { query, variables } = callOf(field, new Map(), dummy);
        read.set(`${who.audience} ${who.role} ${field.name}`, (await who.ask(query, variables)).text);
      }
    }
    const cookie = await enterAsDebtor(stage, stage.cast.a, 1);
    for (const path of ['', '/statement', '/messages', '/preferences'])
      read.set(`page ${path}`, (await stage.browser().get(`/b/${stage.cast.a.slug}/case${path}`).set('cookie', cookie)).text ?? '');
    return read;
  };

  it('is one for the contact rules, also by a number of before, and nobody of the other client reads a letter of it', async () => {
    const people = await seatEverybody(stage);
    const before = await everythingOfA(people);
    expect(before.size).toBeGreaterThan(40);

    // At client B he is called, his file is corrected, a note is written.
    for (const outcome of ['NO_ANSWER', 'VOICEMAIL'])
      await act('LogCallInput', 'logCall', { caseId: caseOf('b'), outcome, idempotencyKey: `one-person-${outcome}` });
    await act('AddNoteInput', 'addNote', {
      caseId: caseOf('b'),
      text: 'doit aussi ailleurs, ne pas le dire',
      idempotencyKey: 'one-person-note',
    });
    expect(await capsOf('b')).toMatchObject({ kind: 'attempts', used: 2 });
    expect(await capsOf('a')).toMatchObject({ kind: 'attempts', used: 2 });
    const file = await lea.ask(`query($caseId: ID!) { case(caseId: $caseId) { debtor { name } debtorFile { version } twins { id } } }`, {
      caseId: caseOf('b'),
    });
    const found = (file.data as { case: { debtor: { name: string }; debtorFile: { version: number }; twins: object[] } }).case;
    expect(found.twins).toEqual([]); // the same number, mailbox and account at another client are no duplicate
    await act('CorrectDebtorInput', 'correctDebtor', {
      caseId: caseOf('b'),
      expectedVersion: found.debtorFile.version,
      name: found.debtor.name,
      phone: '06 11 22 33 44',
      email: 'nouvelle.boite@courriel.example',
      iban: '',
      country: 'FR',
      language: 'FR',
      addressReturned: false,
      idempotencyKey: 'one-person-file',
    });
    await act('LogCallInput', 'logCall', { caseId: caseOf('b'), outcome: 'NO_ANSWER', idempotencyKey: 'one-person-call-3' });
    expect(await capsOf('a')).toMatchObject({ used: 3 }); // by what was his number before

    // What changed for the people of A is the count of calls on the console alone; the rest is the same to the letter.
    const after = await everythingOfA(people);
    const told: string[] = [];
    for (const [where, text] of after) {
      for (const secret of [
        stage.cast.b.id,
        stage.cast.b.name,
        stage.cast.b.cases[1].reference,
        found.debtor.name,
        'ailleurs',
        '06 11 22 33 44',
        '+33 6 11 22 33 44',
        'nouvelle.boite',
      ])
        if (text.includes(secret)) told.push(`${where} tells ${secret}`);
      if (!where.startsWith('agency') && !where.startsWith('page') && text !== before.get(where))
        told.push(`${where} reads otherwise since B was worked`);
    }
    expect(told).toEqual([]);
    const code = async (which: 'a' | 'b') =>
      (
        await lea.ask(`mutation($input: LogCallInput!) { logCall(input: $input) { id } }`, {
          input: { caseId: caseOf(which), outcome: 'NO_ANSWER', idempotencyKey: `one-person-last-${which}` },
        })
      ).errors?.[0]?.extensions.code;
    expect(await code('a')).toBe('CALL_TOO_OFTEN');
  }, 120_000);
});
