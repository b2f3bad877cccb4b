import { verifyInvariants } from '@amiable/insights';
import { PdfPrinter, toGlobalId } from '@amiable/platform';
import { openStage, type Ask, type Stage } from '../stage';
import { liveUntil } from './diary.fixture';

/** A client's own words in what the machine sends by itself: e-mails, letters and receipts, and never what the law does not let it say. */
jest.setTimeout(240_000); // on a machine that is busy with other things
let stage: Stage;
let admin: Ask;
let keys = 0;

beforeEach(async () => {
  stage = await openStage();
  admin = await stage.signIn('agency', stage.cast.staff.admin.email);
});
afterEach(() => stage.close());

const must = async (answer: ReturnType<Ask>) => {
  const { data, errors } = await answer;
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
/** Writes words of client A for all its brands, and puts them into service. */
async function putIntoService(template: string, title: string, body: string): Promise<void> {
  const { a } = stage.cast;
  const slot = { clientId: toGlobalId('Client', a.id, a.id), template, language: 'FR', hat: 'CLIENT_NAME' };
  const text = { subject: title, preheader: '', title, body };
  const { writeTemplate } = await must(
    admin(`mutation($input: WriteTemplateInput!) { writeTemplate(input: $input) { versions { id } } }`, {
      input: { ...slot, text, after: 0, idempotencyKey: `own-words-${++keys}` },
    }),
  );
  await must(
    admin(`mutation($input: TemplateVersionInput!) { activateTemplate(input: $input) { newest } }`, {
      input: { templateId: writeTemplate.versions[0].id, idempotencyKey: `own-words-${++keys}` },
    }),
  );
}
const plain = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');

it('reminder, formal notice and receipt leave with them, the rest with ours, and each message knows its version', async () => {
  const { a } = stage.cast;
  const [martin] = a.cases;
  await putIntoService('REMINDER_2', 'Encore un mot', 'Vous nous devez {{ totals.open | money }}.\n\n[amount]\n\n[note]\n\n[pay]');
  await putIntoService(
    'FORMAL_NOTICE',
    'Mise en demeure, de notre plume',
    'Nous vous mettons en demeure (article 1344 du Code civil) de payer {{ totals.open | money }} le {{ payBy | day }} au plus tard.\n\n[amount]\n\n[invoices]\n\n[note]\n\n[pay]',
  );
  await putIntoService('PAYMENT_RECEIPT', 'Bien reçu, merci', 'Tout est là.\n\n[payment]');
  await stage.test.owner(`update schedules set due_on = '2028-01-01' where case_id <> $1`, [martin.caseId]);
  const print = jest.spyOn(stage.worker.get(PdfPrinter), 'print'); // looks over its shoulder; it prints all the same
  expect(await liveUntil(stage, martin.caseId, '2026-12-10')).toMatchObject({
    '2026-11-02': ['email reminder_1'],
    '2026-11-14': ['email reminder_2'],
    '2026-12-04': ['letter formal_notice'],
  });
  const mails = (await stage.mails()).filter(({ to }) => to.includes(martin.email!));
  expect(mails.map(({ subject }) => subject).toSorted()).toEqual(['Encore un mot', expect.stringContaining('restent à payer')]);
  expect(mails.find(({ subject }) => subject === 'Encore un mot')!.text.replace(/\s/g, ' ')).toContain('Vous nous devez 1 533,33 €.');
  const notice = plain(print.mock.calls.at(-1)![0]);
  expect(notice).toContain('Mise en demeure, de notre plume');
  expect(notice).toMatch(/mettons en demeure \(article 1344 du Code civil\) de payer 1\s533,33\s€ le 12 décembre 2026/);
  expect(
    await stage.test.owner(
      `select m.template, t.version, t.title from messages m left join templates t on t.client_id = m.client_id and t.id = m.template_id
       where m.case_id = $1 and m.state = 'sent' order by m.sent_at`,
      [martin.caseId],
    ),
  ).toEqual([
    { template: 'reminder_1', version: null, title: null },
    { template: 'reminder_2', version: 1, title: 'Encore un mot' },
    { template: 'formal_notice', version: 1, title: 'Mise en demeure, de notre plume' },
  ]);

  admin = await stage.signIn('agency', stage.cast.staff.admin.email); // weeks have gone by
  await must(
    admin(`mutation($input: RecordTransferInput!) { recordTransfer(input: $input) { id } }`, {
      input: {
        caseId: toGlobalId('Case', a.id, martin.caseId),
        amount: '100.00',
        receivedOn: '2026-12-10',
        bankReference: 'VIR 1',
        idempotencyKey: 'own-words-transfer',
      },
    }),
  );
  await stage.settle();
  const receipt = (await stage.mails()).find(({ subject }) => subject === 'Bien reçu, merci')!;
  expect(receipt.text).toContain('Tout est là.');
  expect(receipt.attachments.some(({ filename }) => filename.startsWith('quittance-'))).toBe(true);
  expect((await verifyInvariants(stage.test.database)).filter((finding) => !finding.ok)).toEqual([]);
});

it('words that hide until a case shows them stay in the house, and the case says why', async () => {
  const { a } = stage.cast;
  const [, camille] = a.cases;
  const hidden = ['hui', 'ssier'].map((part) => `{% if firstInvoice.number contains "FA-2" %}${part}{% endif %}`).join('');
  await putIntoService('REMINDER_1', 'Un rappel', `Bonjour. ${hidden}\n\n[amount]\n\n[note]\n\n[pay]`); // no example has this invoice
  await stage.test.owner(`update schedules set step_no = 2, due_on = '2026-11-02' where case_id = $1`, [camille.caseId]);
  await stage.workerRuns();
  expect((await stage.mails()).filter(({ to }) => to.includes(camille.email!))).toEqual([]);
  expect(await stage.test.owner(`select state, reason from messages where case_id = $1`, [camille.caseId])).toEqual([
    { state: 'failed', reason: 'TEMPLATE_UNLAWFUL' },
  ]);
  const lea = await stage.signIn('agency', stage.cast.staff.lea.email);
  const seen = await must(
    lea(`query($caseId: ID!) { messagePreview(caseId: $caseId, template: "reminder_1") { refusal html } }`, {
      caseId: toGlobalId('Case', a.id, camille.caseId),
    }),
  );
  expect(seen.messagePreview).toEqual({ refusal: 'TEMPLATE_UNLAWFUL', html: '' });
});
