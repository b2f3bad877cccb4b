import './dist-folder';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, toDate } from '@amiable/kernel';
import { toGlobalId } from '@amiable/platform';
import type { CastCase, CastClient } from '@amiable/testing';
import type { ElementHandle } from 'puppeteer';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

const pdf = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

/** Everything a debtor can answer beside paying, without JavaScript, on a telephone; and that what the page says is what happens. */
describe('the debtor answers', () => {
  let stage: Stage;
  let chrome: Chrome;
  let folder: string;

  beforeAll(async () => {
    stage = await openStage(); // Monday, 2 November 2026, 9:00 in Paris
    chrome = await Chrome.launch(stage);
    folder = mkdtempSync(join(tmpdir(), 'amiable-answers-'));
    writeFileSync(join(folder, 'avis de virement.pdf'), pdf);
    writeFileSync(join(folder, 'piege.pdf'), '<html><script>alert(1)</script></html>');
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const enter = async (client: CastClient, theCase: CastCase): Promise<Face> => {
    const debtor = await chrome.face({ javascript: false, width: 'narrow' });
    await debtor.go(`/b/${client.slug}/p/${theCase.token}`);
    await debtor.write('[name=postcode]', theCase.postcode);
    await debtor.follow('Ouvrir mon dossier');
    return debtor;
  };
  const fill = (face: Face, name: string, value: string) =>
    face.page.$eval(
      `[name=${name}]`,
      (field, given) => {
        (field as unknown as { value: string }).value = given;
      },
      value,
    );
  const tick = (face: Face, value: string) => face.page.click(`input[value="${value}"]`);
  const attach = async (face: Face, file: string) =>
    ((await face.page.$('[name=files]')) as ElementHandle<any>).uploadFile(join(folder, file));
  const invoiceOf = (theCase: CastCase, n: number) => toGlobalId('Invoice', theCase.clientId, theCase.invoices[n]!.id);
  const answers = (theCase: CastCase) =>
    stage.test.owner<{ kind: string; state: string; id: string }>(
      `select id, kind, state from answers where case_id = $1 order by given_at, id`,
      [theCase.caseId],
    );
  const mailsTo = async (email: string | null) => (await stage.mails()).filter(({ to }) => to.includes(email!));
  const settle = async (answerId: string, clientId: string, outcome: string, reply: string) => {
    const ask = await stage.signIn('agency', stage.cast.staff.lea.email);
    const { data, errors } = await ask(
      `mutation($input: SettleAnswerInput!) { settleAnswer(input: $input) { state answers { state reply files { id filename } } contactWishes { careUntil } } }`,
      { input: { answerId: toGlobalId('Answer', clientId, answerId), outcome, reply, idempotencyKey: `settle-${answerId}` } },
    );
    expect(errors).toBeUndefined();
    return data.settleAnswer;
  };
  /** A reminder that is about to leave while the debtor answers. */
  const queueReminder = async (theCase: CastCase): Promise<string> => {
    const id = newId();
    const now = toDate(stage.test.clock.now());
    await stage.test.owner(
      `insert into messages (client_id, id, case_id, channel, template, state, not_before) values ($1, $2, $3, 'email', 'reminder_2', 'queued', $4)`,
      [theCase.clientId, id, theCase.caseId, now],
    );
    await stage.test.owner(
      `insert into outbox (client_id, topic, dedup_key, payload, not_before) values ($1, 'email.send', $2, jsonb_build_object('messageId', $3::text), $4)`,
      [theCase.clientId, `message:${id}`, id, now],
    );
    return id;
  };
  const fateOf = async (messageId: string) => (await stage.test.owner(`select state, reason from messages where id = $1`, [messageId]))[0];

  it('contests an invoice in two pages, with a file that is checked; the rest goes on, and the creditor answers', async () => {
    const { a } = stage.cast;
    const theCase = a.cases[0];
    const debtor = await enter(a, theCase);
    await debtor.follow('Je conteste une facture');
    await debtor.page.select('[name=reason]', 'defective');
    await tick(debtor, invoiceOf(theCase, 1));
    await fill(debtor, 'note', 'Deux baguettes manquent.');
    await attach(debtor, 'piege.pdf');
    await debtor.follow('Envoyer ma contestation');
    expect(await debtor.text()).toContain('n’est pas ce que dit son nom : piege.pdf');
    expect(await debtor.text()).toContain('Rien n’a été enregistré ni débité.');
    expect(await debtor.page.$eval('[name=note]', (field) => (field as unknown as { value: string }).value)).toBe(
      'Deux baguettes manquent.',
    );
    expect(await answers(theCase)).toEqual([]);
    await attach(debtor, 'avis de virement.pdf');
    await debtor.follow('Envoyer ma contestation');

    expect(debtor.page.url()).toContain('/answers/noted/');
    expect(await debtor.text()).toMatch(/Référence : R-[0-9A-F]{8}/);
    expect(await debtor.text()).toContain('Le créancier vous répond le 16 novembre 2026 au plus tard.');
    const own = await debtor.fetch(await debtor.href('a[href*="/answers/files/"]'));
    expect([own.status, own.type, own.bytes.toString()]).toEqual([200, 'application/pdf', pdf]);
    await debtor.follow('Revenir au dossier');
    expect(await debtor.text()).toContain('Vous aurez une réponse le 16 novembre 2026 au plus tard.');
    expect(await debtor.text()).toContain('1 200,00 €');

    const owner = await stage.signIn('client', a.owner.email);
    const story = await owner(`query($id: ID!) { case(caseId: $id) { disputes { id answererName files { id filename } } } }`, {
      id: toGlobalId('Case', a.id, theCase.caseId),
    });
    const [dispute] = story.data.case.disputes;
    expect(dispute).toMatchObject({ answererName: a.owner.name, files: [{ filename: 'avis de virement.pdf' }] });
    await owner(`mutation($input: AnswerDisputeInput!) { answerDispute(input: $input) { id } }`, {
      input: { disputeId: dispute.id, upheld: false, answer: 'Le bon de livraison est signé.', idempotencyKey: 'answer-dispute-1' },
    });
    await stage.settle();
    expect((await mailsTo(theCase.email))[0]!.text).toContain('Le bon de livraison est signé.');
    await debtor.page.reload();
    expect(await debtor.text()).toContain('Le bon de livraison est signé.');
  });

  it('promises a day: checked before it counts, confirmed by e-mail, and no reminder leaves meanwhile', async () => {
    const { a } = stage.cast;
    const theCase = a.cases[0];
    const debtor = await enter(a, theCase);
    const reminder = await queueReminder(theCase);
    await debtor.follow('Je paierai à une date précise');
    await fill(debtor, 'dueOn', '2027-06-01');
    await debtor.follow('Vérifier ma promesse');
    await debtor.follow('Confirmer');
    expect(await debtor.text()).toContain('Cette date est trop loin.');
    await fill(debtor, 'dueOn', '2026-11-20');
    await fill(debtor, 'amount', '1 000,00 €');
    await debtor.follow('Vérifier ma promesse');
    expect(await debtor.text()).toContain('Vous promettez de payer 1 000,00 € le 20 novembre 2026.');
    expect(await answers(theCase)).toHaveLength(1); // asked is not promised
    await debtor.follow('Modifier');
    expect(await debtor.page.$eval('[name=amount]', (field) => (field as unknown as { value: string }).value)).toBe('1 000,00 €');
    await debtor.follow('Vérifier ma promesse');
    await debtor.follow('Confirmer');
    expect(await debtor.text()).toContain('Nous attendons 1 000,00 € le 20 novembre 2026.');
    await stage.settle();
    expect(await fateOf(reminder)).toEqual({ state: 'cancelled', reason: 'promise_open' });
    expect((await mailsTo(theCase.email))[0]!.subject).toContain('Votre promesse de payer');
    await debtor.follow('Revenir au dossier');
    expect(await debtor.text()).not.toContain('Je paierai à une date précise'); // one promise at a time
  });

  it('has paid already: everything waits until somebody has looked; not found, it goes on and he is told', async () => {
    const { b } = stage.cast;
    const theCase = b.cases[0];
    const debtor = await enter(b, theCase);
    const reminder = await queueReminder(theCase);
    await debtor.follow('J’ai déjà payé');
    await fill(debtor, 'paidOn', '2026-10-28');
    await debtor.page.select('[name=means]', 'transfer');
    await fill(debtor, 'amount', '7777,77');
    await attach(debtor, 'avis de virement.pdf');
    await debtor.follow('Signaler mon paiement');
    const receipt = debtor.page.url();
    expect(await debtor.text()).toContain('Vous avez notre réponse le 9 novembre 2026 au plus tard.');
    await stage.settle();
    expect(await fateOf(reminder)).toEqual({ state: 'cancelled', reason: 'payment_claimed' });

    // Back and sent again, in another window too: still one answer, the same receipt.
    await debtor.go(`/b/${b.slug}/answers/paid`);
    await fill(debtor, 'paidOn', '2026-10-28');
    await debtor.page.select('[name=means]', 'transfer');
    await fill(debtor, 'amount', '7777,77');
    await debtor.follow('Signaler mon paiement');
    expect(debtor.page.url()).toBe(receipt);

    stage.on('2026-11-10'); // the stated delay is over and nobody has looked: still nothing leaves
    expect((await stage.workerRuns()).skipped).toMatchObject({ payment_claimed: 1 });
    const [given] = await answers(theCase);
    const page = await settle(given!.id, theCase.clientId, 'REFUSED', 'Nous ne trouvons pas ce virement.');
    expect(page).toMatchObject({ state: 'OPEN', answers: [{ state: 'REFUSED', files: [{ filename: 'avis de virement.pdf' }] }] });
    await stage.settle();
    expect((await mailsTo(theCase.email))[0]!.text).toContain('Nous ne trouvons pas ce virement.');
    const later = await enter(b, theCase); // the session of last week is over
    expect(await later.text()).toContain('Paiement non retrouvé.');

    const file = page.answers[0].files[0].id as string;
    const cookies = await chrome.face();
    expect((await cookies.go(`/files/${file}`))!.status()).toBeGreaterThanOrEqual(401); // nobody else opens it
    stage.on('2026-11-02');
  });

  it('is in difficulty: a pause and care at once, over-indebtedness closes every way to pay', async () => {
    const { a } = stage.cast;
    const theCase = a.cases[1];
    const debtor = await enter(a, theCase);
    await debtor.follow('Je suis en difficulté');
    expect(await debtor.text()).toContain('Points conseil budget');
    await tick(debtor, 'overindebted');
    await debtor.follow('Demander de l’aide');
    expect(await debtor.text()).toContain('ne payez rien ici');
    await debtor.follow('Revenir au dossier');
    expect(await debtor.text()).not.toMatch(/Payer 4/);
    const ask = await stage.signIn('agency', stage.cast.staff.lea.email);
    const { data } = await ask(`query($id: ID!) { case(caseId: $id) { state contactWishes { careUntil } timeline { kind } } }`, {
      id: toGlobalId('Case', a.id, theCase.caseId),
    });
    expect(data.case).toMatchObject({ state: 'ON_HOLD', contactWishes: { careUntil: '2027-01-31' } });
    const client = await stage.signIn('client', a.owner.email);
    const seen = await client(`query($id: ID!) { case(caseId: $id) { timeline { kind } } }`, {
      id: toGlobalId('Case', a.id, theCase.caseId),
    });
    expect(JSON.stringify(seen.data)).not.toContain('hardship');
  });

  it('is another person: nothing of the case is shown any more, on no page', async () => {
    const { b } = stage.cast;
    const theCase = b.cases[1];
    const debtor = await enter(b, theCase);
    await debtor.follow('Ce n’est pas moi');
    expect(await debtor.text()).toContain('N’envoyez pas de pièce d’identité.');
    await debtor.follow('Signaler que ce n’est pas moi');
    expect(await debtor.text()).toContain('Il manque un choix.');
    await tick(debtor, 'identity_theft');
    await debtor.follow('Signaler que ce n’est pas moi');
    for (const path of ['claim', 'pay', 'answers/message']) {
      await debtor.go(`/b/${b.slug}/${path}`);
      expect(await debtor.text()).toContain('Tout est arrêté.');
      expect(await debtor.text()).not.toMatch(/Dominique|919,19|FB-2/);
    }
    expect(
      await stage.test.owner(`select contact_doubtful_at is not null as doubtful from debtors where id = $1`, [theCase.debtorId]),
    ).toEqual([{ doubtful: true }]);
  });

  it('writes, corrects his address, chooses how he is written to and asks for a call that comes at its hour', async () => {
    const { a } = stage.cast;
    const theCase = a.cases[2];
    const debtor = await enter(a, theCase);
    await debtor.follow('Écrivez-nous');
    await fill(debtor, 'note', 'Pouvez-vous renvoyer la facture ?');
    await debtor.follow('Envoyer mon message');
    expect(await debtor.text()).toContain('vous répond le 4 novembre 2026 au plus tard');
    await settle((await answers(theCase))[0]!.id, theCase.clientId, 'DONE', 'La voici.');
    await debtor.follow('Revenir au dossier');
    expect(await debtor.text()).toMatch(/Pouvez-vous renvoyer la facture \?.*La voici\./);

    await debtor.follow('Mes coordonnées ont changé');
    await fill(debtor, 'addressLine', '12 rue Neuve');
    await debtor.follow('Envoyer mes coordonnées');
    expect(await debtor.text()).toContain('L’adresse est incomplète.');
    await fill(debtor, 'postcode', '44100');
    await fill(debtor, 'city', 'Nantes');
    await debtor.follow('Envoyer mes coordonnées');
    expect(await debtor.text()).toContain('Les anciennes restent jusque-là.');

    await debtor.go(`/b/${a.slug}/answers/preferences`);
    await debtor.page.click('[name=ways][value=email]');
    await debtor.follow('Enregistrer mes choix');
    expect(await debtor.text()).toContain('Vos choix s’appliquent dès maintenant.');
    expect(await stage.test.owner(`select refuses_email, refuses_calls from debtors where id = $1`, [theCase.debtorId])).toEqual([
      { refuses_email: true, refuses_calls: false },
    ]);

    await debtor.go(`/b/${a.slug}/answers/call`);
    await fill(debtor, 'phone', '06 12 34 56 78');
    await debtor.page.select(
      '[name=slot]',
      (await debtor.page.$$eval('[name=slot] option', (all) => all.map((each) => (each as unknown as { value: string }).value)))[1]!,
    );
    await debtor.follow('Demander cet appel');
    expect(await debtor.text()).toMatch(/Nous vous appelons : lundi 2 novembre, entre 10:30 et 12:30/);
    const work = async () => (await stage.test.owner(`select ready, why from work_items where case_id = $1`, [theCase.caseId]))[0];
    expect(await work()).toEqual({ ready: false, why: 'call_back' });
    stage.on('2026-11-02', '10:31');
    await stage.settle();
    expect(await work()).toEqual({ ready: true, why: 'call_back' });
    stage.on('2026-11-02');
  });

  it('every form and its refusal pass axe in both schemes and widths', async () => {
    const { a } = stage.cast;
    const debtor = await chrome.face();
    await debtor.go(`/b/${a.slug}/p/${a.cases[0].token}`);
    await debtor.write('[name=postcode]', a.cases[0].postcode);
    await debtor.follow('Ouvrir mon dossier');
    const faults: string[] = [];
    for (const topic of ['paid', 'payment-run', 'dispute', 'not-me', 'contact', 'hardship', 'call', 'message', 'preferences']) {
      await debtor.go(`/b/${a.slug}/answers/${topic}`);
      faults.push(...(await debtor.faults(topic)));
    }
    await debtor.go(`/b/${a.slug}/answers/paid`);
    await debtor.follow('Signaler mon paiement');
    faults.push(...(await debtor.faults('paid, refused')));
    await debtor.go(`/b/${a.slug}/claim`);
    faults.push(...(await debtor.faults('claim with answers')));
    expect({ faults, complaints: debtor.complaints.filter((line) => !line.includes('422')), foreign: debtor.foreign }).toEqual({
      faults: [],
      complaints: [],
      foreign: [],
    });
  });
});
