import { ContestInvoices, PromiseToPay } from '@amiable/resolution';
import { SendMessage } from '@amiable/outreach';
import { openStage, type Stage } from '../stage';
import { actsOn } from './acts.fixture';

/** A debtor who reads German: what leaves for him is in German, and his creditor hears in French of what he contests. */
jest.setTimeout(120_000);
let stage: Stage;
const { perform } = actsOn(() => stage);

beforeAll(async () => {
  stage = await openStage();
  await stage.test.owner(`update schedules set due_on = '2028-01-01'`);
  await stage.test.owner(
    `update debtors d set language = 'de' from cases c where c.client_id = d.client_id and c.debtor_id = d.id and c.id = $1`,
    [stage.cast.a.cases[0].caseId],
  );
});
afterAll(() => stage?.close());

const mailsTo = async (address: string) => (await stage.mails()).filter((mail) => mail.to.includes(address));

it('he is reminded in German, his promise is confirmed in German, and the company is told once of what he contests', async () => {
  const { a } = stage.cast;
  const theCase = a.cases[0];
  const { caseId } = theCase;
  const subjects = async () => (await mailsTo(theCase.email!)).map(({ subject }) => subject.replace(/\s/g, ' '));
  await perform(a.id, SendMessage, { caseId, template: 'reminder_1', note: null });
  stage.test.clock.advance({ minutes: 1 });
  await stage.workerRuns();
  expect(await subjects()).toEqual(['Ihre Rechnungen sind noch offen']);

  const files: never[] = [];
  const contested = {
    caseId,
    reason: 'defective',
    invoiceIds: [theCase.invoices[0]!.id],
    amount: '',
    rightAmount: '',
    note: 'Kaputt',
    files,
  } as const;
  await perform(a.id, ContestInvoices, contested);
  await stage.workerRuns();
  await stage.workerRuns();
  const told = (await stage.mails()).filter(({ subject }) => subject.includes('contestée'));
  expect(told).toHaveLength(1);
  const [mail] = told;
  expect(mail!.text).toMatch(/sont contestés : FA-101\./);
  expect(mail!.text).toMatch(/défectueux ou non conforme\..*Merci de répondre avant le 16 novembre 2026/s);
  expect(mail!.text).toContain('/client/cases/');
  expect(mail!.text).not.toMatch(/Kaputt/); // no words of the debtor outside of the portal

  await perform(a.id, PromiseToPay, { caseId, source: 'promise', dueOn: '2026-11-20', invoiceIds: [theCase.invoices[1]!.id], amount: '' });
  stage.test.clock.advance({ minutes: 1 });
  await stage.workerRuns();
  expect(await subjects()).toContain('Ihre Zusage, 333,33 € am 20. November 2026 zu zahlen');
});
