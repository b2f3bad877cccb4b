import './dist-folder';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { RecordTransfer } from '@amiable/payments';
import { Performer, RequestContext, toGlobalId } from '@amiable/platform';
import { castPassword, type CastCase, type CastPerson } from '@amiable/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '../../apps/api/create-api';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

jest.setTimeout(180_000);

/** A working day of two collectors on two api processes, by keyboard alone. */
describe('the collector’s desk', () => {
  let stage: Stage;
  let chrome: Chrome;
  let second: NestExpressApplication;
  let secondUrl: string;

  beforeAll(async () => {
    stage = await openStage();
    second = await createApi(stage.test.settings, stage.test.clock);
    const server = await second.listen(0, '127.0.0.1');
    if (!server.listening) await once(server, 'listening');
    secondUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    chrome = await Chrome.launch(stage);
    // Garage du Pont gets letters alone: the day is about those who read e-mail.
    await stage.test.owner(`update work_items set ready = false where case_id = $1`, [stage.cast.a.cases[2].caseId]);
  });
  afterAll(async () => {
    await chrome?.close();
    await second?.close();
    await stage?.close();
  });

  const faces: Face[] = [];
  // Whoever has left is seen no more by the next test.
  afterEach(() => Promise.all(faces.splice(0).map(({ page }) => page.close())));

  const signIn = async (who: CastPerson, url = stage.url): Promise<Face> => {
    const face = await chrome.face();
    faces.push(face);
    await face.page.goto(`${url}/agency/`, { waitUntil: 'load' });
    await face.see('Se connecter');
    await face.page.keyboard.type(who.email);
    await face.keys('Tab');
    await face.page.keyboard.type(castPassword);
    await face.keys('Enter');
    await face.see('Bonjour');
    return face;
  };
  const addressOf = ({ clientId, caseId }: CastCase, url = stage.url) => `${url}/agency/cases/${toGlobalId('Case', clientId, caseId)}`;
  const dialogSays = (face: Face, words: string) =>
    face.until(`document.querySelector('dialog[open]')?.innerText.replace(/\\s+/g, ' ').includes(${JSON.stringify(words)})`, words);
  const shut = (face: Face) => face.until(`!document.querySelector('dialog[open]')`, 'the dialog to close');
  const typed = (face: Face) => face.page.$eval('dialog[open] textarea', (field) => (field as unknown as { value: string }).value);
  const pay = (theCase: CastCase, amount: string, bankReference: string) =>
    second
      .get(Performer)
      .perform(
        new RequestContext(
          'agency',
          { kind: 'staff', id: stage.cast.staff.accountant.id, name: 'Paul Verdier', role: 'accountant', portfolio: 'all' },
          'fr',
        ),
        theCase.clientId,
        second.get(RecordTransfer),
        { caseId: theCase.caseId, amount, receivedOn: '2026-11-02', bankReference, direct: false },
      );

  it('one key from my day to the first case, two for a promise that is confirmed', async () => {
    const hugo = await signIn(stage.cast.staff.hugo);
    await hugo.see('Commencer');
    await hugo.keys('Enter'); // sign-in to first case: 1
    await hugo.page.waitForSelector('.case-title');
    await hugo.see('Joignable maintenant');

    await hugo.keys('p'); // promise with confirmation: 2
    await dialogSays(hugo, 'Date promise');
    await hugo.keys('Control+Enter');
    await hugo.see('Promesse enregistrée');
    await shut(hugo);
    expect(hugo.complaints).toEqual([]);
  });

  it('the law is looked up while one types, and what was sent is taken back by Z with its words', async () => {
    const hugo = await signIn(stage.cast.staff.hugo);
    await hugo.page.goto(addressOf(stage.cast.a.cases[0]));
    await hugo.page.waitForSelector('.case-title');
    await hugo.keys('m'); // the composer: template, words, preview, lint, by keyboard
    await dialogSays(hugo, 'Mot ajouté');
    await hugo.keys('Tab');
    await hugo.page.keyboard.type('Bonjour. Un huissier passera chez vous.');
    await dialogSays(hugo, '433-13 C. pén.');
    await dialogSays(hugo, 'Certains mots ne peuvent pas partir');
    await hugo.until(`document.querySelector('dialog[open] .findings button')`, 'an offer for the words as they stand');
    await hugo.keys('Control+Enter'); // refused: nothing leaves
    await hugo.keys('Tab');
    await hugo.until(`document.activeElement.innerText.startsWith('Remplacer')`, 'the offer to be focused');
    await hugo.keys('Enter');
    await hugo.until(`!document.querySelector('dialog[open] .findings')`, 'the finding to be mended');
    expect(await typed(hugo)).toBe('Bonjour. Nous cherchons avec vous une solution à l’amiable.');
    await hugo.page.waitForFrame((frame) => frame.parentFrame() !== null);
    await hugo.keys('Control+Enter');
    await hugo.see('Message confié à l’envoi');
    await shut(hugo);
    await hugo.keys('z');
    await hugo.see('Envoi rappelé');
    await dialogSays(hugo, 'Mot ajouté'); // the words are there again
    expect(await typed(hugo)).toContain('solution à l’amiable');
    await hugo.keys('Escape');
    await shut(hugo);
    expect(await stage.test.owner(`select state, reason from messages where template <> 'promise_confirmation'`)).toEqual([
      { state: 'cancelled', reason: 'recalled' },
    ]);

    expect(hugo.complaints).toEqual([]);
  });

  it('three keys for a dispute, two from the outcome of a call to the next case; what stayed in the house is undone by Z', async () => {
    const hugo = await signIn(stage.cast.staff.hugo);
    await hugo.page.goto(addressOf(stage.cast.a.cases[0]));
    await hugo.page.waitForSelector('.case-title');
    await hugo.keys('l'); // a dispute on an invoice: 3
    await dialogSays(hugo, 'Montant contesté');
    await hugo.keys('Control+Enter');
    await hugo.see('Litige ouvert');
    await shut(hugo);

    const here = hugo.page.url();
    await hugo.keys('s', 'i'); // not now, because it cannot be reached
    await dialogSays(hugo, 'Injoignable');
    await hugo.keys('Control+Enter');
    await hugo.see('Dossier remis à plus tard');
    await shut(hugo);
    await hugo.keys('z');
    await hugo.see('de nouveau dans la file');

    // Colleagues of the stories before hold nothing any more: there is a next case.
    await stage.test.owner(
      `update work_items set ready = true, due_on = '2026-11-02', claimed_by = null, claimed_until = null where case_id <> $1`,
      [stage.cast.a.cases[0].caseId],
    );
    await hugo.keys('t');
    await dialogSays(hugo, 'Issue de l’appel');
    await hugo.keys('a', 'Control+Enter'); // outcome, next step and next case: 2
    await hugo.until(`location.href !== ${JSON.stringify(here)}`, 'the next case');
    await hugo.page.waitForSelector('.case-title');
    expect([hugo.complaints, hugo.foreign]).toEqual([[], []]);
  });

  it('a payment, a colleague and what he writes are seen at once, over two processes, and nothing typed is lost', async () => {
    const [theCase] = stage.cast.a.cases;
    const lea = await signIn(stage.cast.staff.lea);
    const hugo = await signIn(stage.cast.staff.hugo, secondUrl);
    await lea.page.goto(addressOf(theCase));
    await lea.page.waitForSelector('.case-title');
    await hugo.page.goto(addressOf(theCase, secondUrl));
    await hugo.see('Léa est sur ce dossier');
    await lea.see('Hugo est sur ce dossier');

    await lea.keys('n');
    await lea.page.waitForSelector('dialog[open] textarea');
    await lea.page.keyboard.type('Dit attendre un vi');
    await hugo.see('Léa écrit');
    await pay(theCase, '100.00', 'VIR DESK 0001');
    await dialogSays(lea, 'Paiement reçu'); // the toast stands above the form
    expect(await typed(lea)).toBe('Dit attendre un vi');
    await lea.page.keyboard.type('rement');
    expect(await typed(lea)).toBe('Dit attendre un virement');
    await lea.keys('Control+Enter');
    await shut(lea);
    await lea.until(
      `[...document.querySelectorAll('.event[data-fresh]')].some((each) => each.innerText.includes('Paiement reçu'))`,
      'the payment to be marked in the story',
    );
    await hugo.see('Dit attendre un virement');
    await hugo.page.goto(`${secondUrl}/agency/queue`);
    await lea.until(`!document.body.innerText.includes('Hugo est sur')`, 'Hugo to be gone');
    expect(lea.complaints).toEqual([]);
  });

  it('two who change one case: the later sees what the other did beside his own words, and keeps them', async () => {
    const [, theCase] = stage.cast.a.cases;
    const lea = await signIn(stage.cast.staff.lea);
    const hugo = await signIn(stage.cast.staff.hugo);
    for (const face of [lea, hugo]) {
      await face.page.goto(addressOf(theCase));
      await face.page.waitForSelector('.case-title');
      await face.press('Autres actes');
      await face.press('Suspendre le dossier');
      await face.page.waitForSelector('dialog[open] [name=reason]');
    }
    await lea.write('dialog[open] [name=reason]', 'Attend le bon de livraison');
    await hugo.write('dialog[open] [name=reason]', 'Congés du comptable');
    await hugo.keys('Enter');
    await hugo.see('Dossier suspendu');
    await dialogSays(lea, 'Ce dossier a changé pendant que vous écriviez');
    await dialogSays(lea, 'Congés du comptable');
    await dialogSays(lea, 'Hugo Delmas');
    expect(await lea.page.$eval('dialog[open] [name=reason]', (field) => (field as unknown as { value: string }).value)).toBe(
      'Attend le bon de livraison',
    );
    await lea.press('J’ai lu', 'dialog[open]');
    expect(await lea.page.$eval('dialog[open] [name=reason]', (field) => (field as unknown as { value: string }).value)).toBe(
      'Attend le bon de livraison',
    );
  });

  it('keys of one’s own are kept with the person, on every machine, and can be switched off', async () => {
    const [, theCase] = stage.cast.a.cases;
    const lea = await signIn(stage.cast.staff.lea);
    await lea.page.goto(addressOf(theCase));
    await lea.page.waitForSelector('.case-title');
    await lea.keys('?');
    await dialogSays(lea, 'Raccourcis clavier');
    await (await lea.page.waitForSelector('aria/Changer la touche : Note'))!.focus();
    await lea.keys('Enter');
    await lea.page.waitForSelector('dialog[open] .key-input');
    await lea.keys('1');
    await dialogSays(lea, 'sans chiffre');
    await lea.keys('t');
    await dialogSays(lea, 'sert déjà');
    await lea.page.keyboard.press('o');
    await lea.until(`!document.querySelector('.key-input')`, 'the key to be taken');
    await lea.keys('Escape');
    await shut(lea);
    await lea.keys('o');
    await dialogSays(lea, 'Note interne');
    for (let tries = 0; tries < 50; tries++) {
      const [row] = await stage.test.owner<{ shortcuts: { keys: object } }>(`select shortcuts from staff_users where id = $1`, [
        stage.cast.staff.lea.id,
      ]);
      if (Object.keys(row!.shortcuts.keys).length > 0) break;
      await lea.page.evaluate('new Promise((resolve) => setTimeout(resolve, 50))');
    }
    const elsewhere = await signIn(stage.cast.staff.lea);
    await elsewhere.page.goto(addressOf(theCase));
    await elsewhere.page.waitForSelector('.case-title');
    await elsewhere.keys('n'); // does nothing any more
    await elsewhere.keys('o');
    await dialogSays(elsewhere, 'Note interne');
    expect(elsewhere.complaints).toEqual([]);
  });
});
