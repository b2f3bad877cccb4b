import { verifyInvariants } from '@amiable/insights';
import { referenceOf, SendMessage } from '@amiable/outreach';
import { PdfPrinter } from '@amiable/platform';
import { plant } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { actsOn, refusal } from './acts.fixture';
import { liveUntil } from './diary.fixture';

/** The agency in its own name (R124-4 CPCE): the first word is a letter with every mention, and all after it recalls it. */
jest.setTimeout(180_000); // on a machine that is busy with other things
let stage: Stage;
const { perform } = actsOn(() => stage);

beforeEach(async () => {
  stage = await openStage();
  const { b } = stage.cast;
  const own = { client_id: b.id, scenario_id: b.scenarioId };
  await stage.test.owner(`update schedules set due_on = '2028-01-01'`);
  await stage.test.owner(`delete from scenario_steps where client_id = $1`, [b.id]);
  await plant(stage.test, 'scenario_steps', [
    { ...own, step_no: 1, name: 'Première lettre', channel: 'letter', template: 'reminder_1', stage: 'reminder', days_from_due: 3 },
    { ...own, step_no: 2, name: 'Relance', channel: 'email', template: 'reminder_2', stage: 'reminder', days_from_due: 15 },
    { ...own, step_no: 3, name: 'Appel', channel: 'call', template: null, stage: 'call', days_from_due: 22 },
    {
      ...own,
      step_no: 4,
      name: 'Mise en demeure',
      channel: 'letter',
      template: 'formal_notice',
      stage: 'formal_notice',
      days_from_due: 35,
    },
  ]);
});
afterEach(() => stage.close());

const plain = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/\s+/g, ' ');
const begin = (caseId: string, step: number) =>
  stage.test.owner(`update schedules set step_no = $2, due_on = '2026-11-02' where case_id = $1`, [caseId, step]);

it('letter, e-mail that recalls it, call, formal notice', async () => {
  const { b } = stage.cast;
  const [theCase] = b.cases;
  await begin(theCase.caseId, 1);
  const print = jest.spyOn(stage.worker.get(PdfPrinter), 'print'); // looks over its shoulder; it prints all the same
  expect(await refusal(perform(b.id, SendMessage, { caseId: theCase.caseId, template: 'reminder_1', note: null }))).toBe(
    'TEMPLATE_NEEDS_FIRST_LETTER',
  ); // not by hand either
  expect(await liveUntil(stage, theCase.caseId, '2026-12-15')).toEqual({
    '2026-11-02': ['letter reminder_1'],
    '2026-11-14': ['email reminder_2'],
    '2026-11-21': ['call'],
    '2026-12-04': ['letter formal_notice'],
  });

  const [first] = await stage.test.owner<{ id: string; filename: string; bytes: Buffer }>(
    `select m.id, d.filename, d.bytes from messages m join documents d on d.client_id = m.client_id and d.id = m.document_id where m.case_id = $1 and m.template = 'reminder_1'`,
    [theCase.caseId],
  );
  const reference = referenceOf(first!.id);
  expect(first!.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await stage.test.owner(`select first_letter_reference, first_letter_on::text from cases where id = $1`, [theCase.caseId])).toEqual(
    [{ first_letter_reference: reference, first_letter_on: '2026-11-02' }],
  );

  // R124-4: who acts, for whom, under which mandate, what is owed and why, to whom it is paid, and the law's own words.
  const letter = plain(print.mock.calls[0]![0]);
  for (const mention of [
    stage.cast.agencyName,
    '12 rue des Tanneurs',
    b.name,
    'L111-8',
    theCase.invoices[0]!.number,
    theCase.reference,
    'FR76 9999 9000 0100 0000 0001 182',
  ])
    expect(letter).toContain(mention);
  expect(letter.replace(/\s/g, '')).toContain('7888,88');

  const mails = (await stage.mails()).filter((mail) => mail.to.includes(theCase.email!));
  expect(mails).toHaveLength(1);
  expect(plain(mails[0]!.html)).toContain(reference);
  expect(plain(mails[0]!.html)).toMatch(/2 novembre 2026|02\/11\/2026/);
  expect(mails[0]!.text).toContain(reference);
  expect(mails[0]!.raw.toString('latin1')).toMatch(/^From: .*contact@aster-recouvrement\.example/m);
  const notice = plain(print.mock.calls.at(-1)![0]);
  expect(notice).toContain(reference);
  expect((await verifyInvariants(stage.test.database)).filter((finding) => !finding.ok)).toEqual([]);
});

it('a scenario that begins with an e-mail sends nothing, and the case says why', async () => {
  const { b } = stage.cast;
  const [theCase] = b.cases;
  await begin(theCase.caseId, 2);
  await stage.workerRuns();
  expect((await stage.mails()).filter((mail) => mail.to.includes(theCase.email!))).toEqual([]);
  expect(await stage.test.owner(`select state from messages where case_id = $1`, [theCase.caseId])).toEqual([{ state: 'failed' }]);
  const [told] = await stage.test.owner(`select facts, client_sees from timeline_events where case_id = $1 and kind = 'message.failed'`, [
    theCase.caseId,
  ]);
  expect(told).toMatchObject({ client_sees: false, facts: { channel: 'email', template: 'reminder_2' } });
  expect((await verifyInvariants(stage.test.database)).filter((finding) => !finding.ok && !finding.warning)).toEqual([]);
});
