import { ProcessInbox, CollectInstalments } from '@amiable/payments';
import { OutboxWorker } from '@amiable/platform';
import { openStage, type Stage } from '../stage';
import { dayOfWorker, debtorOn, paysAt } from './plan.fixture';

/** Payment plans from the debtor's offer to their end, against a provider that speaks the real protocol. */
jest.setTimeout(180_000);
let stage: Stage;
const theCase = () => stage.cast.a.cases[0]; // 1,533.33
const debtor = debtorOn(
  () => stage,
  theCase,
  () => stage.cast.a.slug,
);

beforeEach(async () => {
  stage = await openStage();
  await debtor.enters();
});
afterEach(() => stage.close());

const rows = <T = Record<string, unknown>>(sql: string) => stage.test.owner<T>(sql);
const plan = async () =>
  (await rows<{ state: string; version: number }>(`select state, version from plans order by created_at desc, version desc limit 1`))[0]!;
const money = () => rows(`select method, amount_minor from movements order by recorded_at, id`);
const story = async () =>
  (await rows<{ kind: string }>(`select kind from timeline_events where case_id = '${theCase().caseId}' order by at, id`)).map(
    (e) => e.kind,
  );
const subjects = async () =>
  (await stage.mails())
    .filter(({ to }) => to.includes(theCase().email!))
    .map(({ subject }) => subject.replace(/[\u00a0\u202f]/g, ' '))
    .reverse();
const keptMethod = async () =>
  (await rows<{ method_ref: string }>(`select method_ref from payment_means where state = 'on_file'`))[0]!.method_ref;

/** 600 a month from today, first paid by the card that stays on file. */
async function agreedAndFirstPaid(): Promise<void> {
  expect((await debtor.offers('600', '2026-11-02')).status).toBe(303);
  expect(await debtor.page()).toContain("Oui, c'est possible");
  const { to } = await debtor.accepts('on_file');
  expect(to).toContain(stage.stripe.url);
  expect(await paysAt(stage, to!, {})).toContain('/plan/back/');
}

it('a plan by the debtor himself: first by card, second collected, third refused, late, paid by hand, over', async () => {
  await agreedAndFirstPaid();
  const html = await debtor.page();
  expect(html).toContain("C'est fait : votre échéancier est en place");
  expect(html).toContain('Carte qui finit par 4242.');
  expect(await money()).toEqual([{ method: 'card', amount_minor: 60_000n }]);
  const [accepted] = await rows(
    `select p.accepted_ip is not null as ip, p.accepted_language, length(p.accepted_session) as session, convert_from(d.bytes, 'UTF8') as text from plans p join documents d on d.id = p.accepted_text`,
  );
  expect(accepted).toMatchObject({ ip: true, accepted_language: 'fr', session: 64 });
  expect(accepted!.text).toContain('En acceptant, je reconnais cette dette.');
  const mail = (await stage.mails()).find(({ subject }) => subject === 'Votre échéancier est accepté')!;
  expect(mail.attachments[0]!.filename).toMatch(/^echeancier-.*\.pdf$/);

  expect(await dayOfWorker(stage, '2026-11-28')).toBe(0);
  expect(await dayOfWorker(stage, '2026-11-29')).toBe(0); // told three days ahead, once
  expect(await dayOfWorker(stage, '2026-11-30')).toBe(0);
  expect((await subjects()).filter((s) => s.startsWith('Prélèvement de 600,00 € le 2 décembre'))).toHaveLength(1);
  expect(await dayOfWorker(stage, '2026-12-02')).toBe(1);
  expect(await dayOfWorker(stage, '2026-12-02')).toBe(0); // once
  expect(await money()).toHaveLength(2);

  stage.stripe.control.declineKept(await keptMethod(), 'insufficient_funds');
  expect(await dayOfWorker(stage, '2027-01-02')).toBe(0); // a Saturday: the due date stays, the debit waits for the bank
  expect(await dayOfWorker(stage, '2027-01-04')).toBe(1);
  expect(await money()).toHaveLength(2);
  expect(await subjects()).toContain('Le prélèvement de 333,33 € n’a pas abouti');
  await dayOfWorker(stage, '2027-01-05');
  expect(await plan()).toMatchObject({ state: 'late' });
  expect(await subjects()).toContainEqual(
    expect.stringMatching(/^Échéance du 2 janvier 2027 : 333,33 € à payer avant le 13 janvier 2027$/),
  );
  await debtor.enters();
  expect(await debtor.page('/claim')).toContain("Une échéance n'est pas payée");
  const { to } = await debtor.post('/plan/pay', {});
  await paysAt(stage, to!, {});
  expect(await dayOfWorker(stage, '2027-01-07')).toBe(0); // what is paid by hand is not tried again
  expect(await plan()).toMatchObject({ state: 'completed' });
  expect(await rows(`select state, close_reason from cases where id = '${theCase().caseId}'`)).toEqual([
    { state: 'closed', close_reason: 'paid' },
  ]);
  expect((await money()).map((m) => m.amount_minor)).toEqual([60_000n, 60_000n, 33_333n]);
  expect((await story()).filter((kind) => kind.startsWith('plan.'))).toEqual([
    'plan.offered.accept',
    'plan.accepted',
    'plan.late',
    'plan.completed',
  ]);
});

it('a plan that is not kept: notice first, then the term is lost, and a way out stays', async () => {
  await debtor.offers('600', '2026-11-10');
  expect((await debtor.accepts('by_hand')).to).toMatch(/\/plan$/);
  await dayOfWorker(stage, '2026-11-10');
  await dayOfWorker(stage, '2026-11-11');
  expect(await plan()).toMatchObject({ state: 'late' });
  for (const day of ['2026-11-12', '2026-11-18']) await dayOfWorker(stage, day);
  expect(await plan()).toMatchObject({ state: 'late' }); // eight days after the notice, not one less
  await dayOfWorker(stage, '2026-11-19');
  expect(await plan()).toMatchObject({ state: 'broken' });
  expect(await subjects()).toContain('Votre échéancier a pris fin : 1 533,33 € à payer');
  await debtor.enters();
  const html = await debtor.page();
  expect(html).toContain('Votre échéancier a pris fin');
  expect(html).toContain('Dire ce que je peux payer');
});

it('what is out of reach gets the nearest plans, or a person; a request is told and can be taken back', async () => {
  await debtor.offers('200', '2026-11-10');
  const counter = await debtor.page();
  expect(counter).toContain('Presque : voici ce qui est possible');
  await debtor.post('/plan/choose', { among: 'counter', place: '0' });
  expect(await debtor.page()).toContain('Lisez, puis acceptez');
  await debtor.offers('20', '2026-11-10');
  expect(await debtor.page()).toContain('Une personne doit étudier votre proposition');
  expect((await debtor.post('/plan/ask', { reason: ' ' })).status).toBe(422);
  await debtor.post('/plan/ask', { reason: 'Je suis en arrêt.' });
  expect(await debtor.page()).toContain('Nous vous répondons par e-mail avant le 7 novembre 2026');
  expect(await rows(`select state, reason, answer_by::text, approver from plans where state = 'requested'`)).toEqual([
    { state: 'requested', reason: 'Je suis en arrêt.', answer_by: '2026-11-07', approver: 'manager' },
  ]);
  await debtor.post('/plan/decline', {});
  expect(await rows(`select id from plans where state in ('requested', 'proposed')`)).toEqual([]);
  expect(await rows(`select answer from plan_wishes order by made_at, id`)).toEqual([{ answer: 'counter' }, { answer: 'person' }]);
});

it('one instalment is moved and one skipped, each a version of its own; the sums stay', async () => {
  await debtor.offers('600', '2026-11-10');
  await debtor.accepts('by_hand');
  expect((await debtor.post('/plan/change', { act: 'move', days: '11' })).status).toBe(422);
  await debtor.post('/plan/change', { act: 'move', days: '5' });
  await debtor.post('/plan/change', { act: 'skip' });
  expect((await debtor.post('/plan/change', { act: 'skip' })).status).toBe(422);
  const versions = await rows(
    `select p.version, p.state, array_agg(i.due_on::text order by i.number) as days, sum(i.amount_minor)::int as total from plans p join instalments i on i.plan_id = p.id group by p.id, p.version, p.state order by p.version`,
  );
  expect(versions).toEqual([
    { version: 1, state: 'replaced', days: ['2026-11-10', '2026-12-10', '2027-01-10'], total: 153_333 },
    { version: 2, state: 'replaced', days: ['2026-11-15', '2026-12-10', '2027-01-10'], total: 153_333 },
    { version: 3, state: 'active', days: ['2026-12-10', '2027-01-10', expect.any(String)], total: 153_333 },
  ]);
});

describe('nothing is collected twice', () => {
  it('paid by hand ahead: covered, so not collected; two collectors at once: one attempt; every message replayed: the same money', async () => {
    await agreedAndFirstPaid();
    stage.on('2026-12-02', '08:50');
    await debtor.enters();
    const { to } = await debtor.post('/plan/pay', {});
    expect(await dayOfWorker(stage, '2026-12-02')).toBe(0); // he stands on the provider's page: nothing is collected meanwhile
    await paysAt(stage, to!, {});
    expect(await dayOfWorker(stage, '2026-12-03')).toBe(0);
    expect(await money()).toHaveLength(2);
    stage.on('2027-01-04');
    const collector = stage.worker.get(CollectInstalments);
    const begun = await Promise.all(Array.from({ length: 5 }, () => collector.collect()));
    expect(begun.reduce((a, b) => a + b)).toBe(1);
    await Promise.all([stage.worker.get(OutboxWorker).drain(), stage.worker.get(OutboxWorker).drain()]);
    stage.stripe.control.redeliver('all', { seed: 7, times: 2 });
    await stage.settle();
    await stage.worker.get(ProcessInbox).drain();
    expect((await money()).map((m) => m.amount_minor)).toEqual([60_000n, 60_000n, 33_333n]);
    expect(stage.stripe.control.charges().filter((charge) => charge.paid)).toHaveLength(3);
  });

  it('the answer of the provider is lost after it charged: the same charge is found again', async () => {
    await agreedAndFirstPaid();
    stage.on('2026-12-02');
    stage.stripe.control.fault({ kind: 'drop_after', count: 3, method: 'POST', path: '/v1/payment_intents' });
    await stage.worker.get(CollectInstalments).collect();
    await stage.worker.get(OutboxWorker).drain();
    expect(await rows(`select state from payments where means_id is not null`)).toEqual([{ state: 'started' }]);
    stage.stripe.control.faults.clear();
    stage.on('2026-12-02', '09:10');
    await stage.settle();
    expect(await rows(`select state from payments where means_id is not null`)).toEqual([{ state: 'succeeded' }]);
    expect(stage.stripe.control.charges().filter((charge) => charge.paid)).toHaveLength(2);
    expect(await money()).toHaveLength(2);
  });

  it('by SEPA debit: on its way it holds the plan; refused days later, the debtor is told and may pay', async () => {
    await debtor.offers('600', '2026-11-10');
    const { to } = await debtor.accepts('on_file');
    await paysAt(stage, to!, { method: 'sepa_debit', iban: 'FR8420041010050500013M02607' });
    expect(await debtor.page()).toContain('Compte qui finit par');
    expect(await dayOfWorker(stage, '2026-11-10')).toBe(1);
    await dayOfWorker(stage, '2026-11-12');
    expect(await plan()).toMatchObject({ state: 'active' }); // on its way is not late
    const [{ session_id }] = (await rows<{ session_id: string }>(`select session_id from payments where means_id is not null`)) as [
      { session_id: string },
    ];
    stage.stripe.control.settle(session_id);
    await stage.settle();
    expect(await subjects()).toContain('Le prélèvement de 600,00 € n’a pas abouti');
    await dayOfWorker(stage, '2026-11-13'); // a second try only after three banking days
    expect(await plan()).toMatchObject({ state: 'late' });
    expect(await money()).toEqual([]);
  });

  it('a bank that wants the payer himself: no second try, he confirms by paying on the page', async () => {
    await debtor.offers('600', '2026-11-10');
    const { to } = await debtor.accepts('on_file');
    await paysAt(stage, to!, { card_number: '4000 0027 6000 3184' });
    expect(await dayOfWorker(stage, '2026-11-10')).toBe(1);
    expect(await rows(`select state, failure from payments where means_id is not null`)).toEqual([
      { state: 'failed', failure: 'authentication_required' },
    ]);
    for (const day of ['2026-11-13', '2026-11-16']) expect(await dayOfWorker(stage, day)).toBe(0);
  });
});
