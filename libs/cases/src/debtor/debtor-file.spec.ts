import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../case/case.abilities';
import { CorrectDebtor, type CorrectDebtorInput } from './correct-debtor';
import { CorrectPhone } from './correct-phone';
import { dataQuality, type QualityFacts } from './data-quality.rules';
import { readDebtorFile } from './debtor-file.queries';
import { DismissContact } from './dismiss-contact';
import { JudgeMeans } from './judge-means';
import { KeepContact, type KeepContactInput } from './keep-contact';

let test: TestDatabase;
let cast: Cast;
let caseId: string;
let debtorId: string;

beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  ({ caseId, debtorId } = cast.a.cases[0]);
});
afterEach(() => test.close());

const lea = () =>
  new RequestContext(
    'agency',
    { kind: 'staff', id: cast.staff.lea.id, name: cast.staff.lea.name, role: 'collector', portfolio: 'all' },
    'fr',
  );
const perform = <I, A>(useCase: UseCase<I, A>, input: I) => new Performer(test.database).perform(lea(), cast.a.id, useCase, input);
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string; field?: string }) => [error.code, error.field],
  );
const file = () => test.database.inTenant(cast.a.id, (db) => readDebtorFile(db, debtorId));
const debtor = async () => (await test.owner(`select * from debtors where id = $1`, [debtorId]))[0]!;

/** The form as it opens on what is there, with some fields typed over. */
const correct = async (typed: Partial<CorrectDebtorInput>) => {
  const d = await debtor();
  return perform(new CorrectDebtor(), {
    caseId,
    expectedVersion: d.version as number,
    name: d.name as string,
    legalForm: d.legal_form as null,
    siren: d.siren as null,
    siret: d.siret as null,
    vatNumber: d.vat_number as null,
    register: d.register as null,
    iban: null,
    bornOn: null,
    email: d.email as string,
    phone: d.phone as string,
    addressLine: d.address_line as string,
    postcode: d.postcode as string,
    city: d.city as string,
    country: 'FR',
    language: 'fr',
    prefersFrom: null,
    prefersUntil: null,
    addressReturned: false,
    ...typed,
  });
};

describe('the file of a debtor', () => {
  it('is corrected with what was there kept as former, in its usual form, and the story says which fields', async () => {
    const before = await debtor();
    await correct({
      siret: '732 829 320 00074',
      iban: 'FR76 3000 6000 0112 3456 7890 189',
      phone: '0612345678',
      addressLine: '9 rue Neuve',
      prefersFrom: '10:00',
      prefersUntil: '12:00',
    });
    expect(await debtor()).toMatchObject({
      siren: '732829320',
      siret: '73282932000074',
      phone: '+33 6 12 34 56 78',
      iban: 'FR7630006000011234567890189',
    });
    const read = await file();
    expect(read).toMatchObject({
      ibanMasked: 'FR76 •••• 0189',
      prefersFrom: '10:00',
      formerAddresses: [{ lines: [before.address_line, `${before.postcode} ${before.city}`] }],
    });
    expect(read.means).toContainEqual(
      expect.objectContaining({ kind: 'phone', value: '+33 6 12 34 56 78', isUsed: true, validity: 'good' }),
    );
    if (before.phone)
      expect(read.means).toContainEqual(expect.objectContaining({ value: before.phone, isUsed: false, validity: 'former' }));
    const [told] = await test.owner(`select facts from timeline_events where kind = 'debtor.corrected'`);
    expect((told!.facts as { fields: string[] }).fields).toEqual([
      'siren',
      'siret',
      'iban',
      'phone',
      'addressLine',
      'prefersFrom',
      'prefersUntil',
    ]);
    await correct({ city: 'Villeurbanne' });
    expect((await debtor()).iban).toBe('FR7630006000011234567890189'); // not typed again: left as it was
    await correct({ iban: '' });
    expect((await debtor()).iban).toBeNull();
  });

  it('refuses what does not hold at its field, and a form opened before a colleague’s correction', async () => {
    expect(await refused(correct({ siren: '404833049' }))).toEqual(['SIREN_INVALID', 'siren']);
    expect(await refused(correct({ prefersFrom: '12:00', prefersUntil: '10:00' }))).toEqual(['HOURS_INVALID', 'prefersUntil']);
    expect(await refused(correct({ name: ' ' }))).toEqual(['TEXT_MISSING', 'name']);
    const { version } = await debtor();
    await correct({ city: 'Lyon' });
    expect(await refused(correct({ city: 'Paris', expectedVersion: version as number }))).toEqual(['STALE_VERSION', undefined]);
    expect((await debtor()).city).toBe('Lyon');
  });

  it('knows a letter that came back until the address is another', async () => {
    await correct({ addressReturned: true });
    const returned = (await file()).quality;
    expect(returned.missing).toContainEqual({ code: 'address_returned', points: 20 });
    await correct({ addressLine: '12 quai Claude Bernard' });
    expect(await file()).toMatchObject({ addressReturnedOn: null, formerAddresses: [{ returnedOn: '2026-11-02' }] });
    expect((await file()).quality.score).toBe(returned.score + 20);
  });

  it('never uses a number again that reached somebody else, whatever is known of others', async () => {
    await correct({ phone: '0612345678' });
    expect(await refused(perform(new CorrectPhone(), { caseId, phone: '06 12 34 56 78' }))).toEqual([
      'PHONE_IS_THE_WRONG_ONE',
      'rightPhone',
    ]);
    await perform(new CorrectPhone(), { caseId, phone: null, isDoubtful: true });
    expect(await debtor()).toMatchObject({ phone: null, contact_doubtful_at: expect.any(Date) as Date });
    expect((await file()).means).toContainEqual(expect.objectContaining({ value: '+33 6 12 34 56 78', validity: 'wrong', isUsed: false }));
    await perform(new CorrectPhone(), { caseId, phone: '0700000001' });
    expect((await debtor()).phone).toBe('+33 7 00 00 00 01');
    await correct({});
    expect((await debtor()).contact_doubtful_at).toBeNull(); // somebody has looked
  });

  it('takes a bounced e-mail out of use, puts one back, and keeps a refusal with its day', async () => {
    const email = (await debtor()).email as string;
    const judge = (validity: 'good' | 'bounced', consent: 'unknown' | 'refused' = 'unknown') =>
      perform(new JudgeMeans(), { caseId, kind: 'email', value: email, validity, consent });
    await judge('bounced');
    expect((await debtor()).email).toBeNull();
    await judge('good');
    expect((await debtor()).email).toBe(email);
    await judge('good', 'refused');
    expect((await debtor()).email).toBeNull();
    expect((await file()).means).toContainEqual(
      expect.objectContaining({ value: email, validity: 'good', consent: 'refused', consentOn: '2026-11-02' }),
    );
    expect(
      await refused(perform(new JudgeMeans(), { caseId, kind: 'email', value: 'x@y.fr', validity: 'good', consent: 'unknown' })),
    ).toEqual(['MEANS_UNKNOWN', 'value']);
  });

  it('names people in the order in which they approve, counts them, and lets them go', async () => {
    const keep = (typed: Partial<KeepContactInput>) =>
      perform(new KeepContact(), {
        caseId,
        contactId: null,
        expectedVersion: null,
        name: 'Claire Petit',
        role: 'accountant',
        language: null,
        email: null,
        phone: '0478000001',
        approvalOrder: null,
        approvalNote: null,
        ...typed,
      });
    const points = (await file()).quality.score;
    await keep({});
    await keep({ name: 'Marc Diallo', role: 'director', approvalOrder: 1, approvalNote: 'au-delà de 5 000 €' });
    const { contacts, quality } = await file();
    expect(contacts.map(({ name, phone }) => [name, phone])).toEqual([
      ['Marc Diallo', '+33 4 78 00 00 01'],
      ['Claire Petit', '+33 4 78 00 00 01'],
    ]);
    expect(quality.score).toBe(points + 15);
    await keep({ contactId: contacts[1]!.id, expectedVersion: contacts[1]!.version, name: 'Claire Petit', role: 'buyer' });
    expect(await refused(keep({ contactId: contacts[1]!.id, expectedVersion: contacts[1]!.version }))).toEqual([
      'STALE_VERSION',
      undefined,
    ]);
    for (const { id } of contacts) await perform(new DismissContact(), { caseId, contactId: id });
    expect((await file()).quality.score).toBe(points);
    expect(await refused(perform(new DismissContact(), { caseId, contactId: contacts[0]!.id }))).toEqual(['NOT_FOUND', undefined]);
  });

  it('is as complete in the list as on the page, for all that can be known', async () => {
    const facts: QualityFacts[] = (['company', 'person'] as const).flatMap((kind) =>
      Array.from({ length: 128 }, (_, bits): QualityFacts => ({
        kind,
        email: bits & 1 ? 'a@b.fr' : null,
        phone: bits & 2 ? '1' : null,
        addressLine: bits & 4 ? 'x' : null,
        postcode: 'x',
        city: 'x',
        addressReturned: Boolean(bits & 8),
        siren: bits & 16 ? '1' : null,
        vatNumber: bits & 32 ? '1' : null,
        contacts: bits & 64 ? 2 : 0,
      })),
    );
    const rows = await test.owner<{ n: number; q: number }>(
      `with f as (select n, x from jsonb_array_elements($2::jsonb) with ordinality e(x, n)), made as (
         insert into debtors (client_id, id, reference, name, kind, email, phone, address_line, postcode, city, address_returned_on, siren, vat_number, contacts)
         select $1, uuidv7(), 'q' || n, 'q', x->>'kind', x->>'email', x->>'phone', x->>'addressLine', 'x', 'x', case when (x->>'addressReturned')::bool then date '2026-01-01' end, x->>'siren', x->>'vatNumber', (x->>'contacts')::int
         from f returning reference, data_quality)
       select substr(reference, 2)::int as n, data_quality::int as q from made order by 1`,
      [cast.a.id, JSON.stringify(facts)],
    );
    expect(rows.map(({ q }) => q)).toEqual(facts.map((one) => dataQuality(one).score));
    expect(Math.max(...rows.map(({ q }) => q))).toBe(100);
  });
});
