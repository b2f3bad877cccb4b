import './dist-folder';
import { accessCode } from '@amiable/kernel';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

/** The debtor's way, as in life: an e-mail, a link, a postcode, what is claimed, a payment, a receipt. */
describe('the debtor in a browser', () => {
  let stage: Stage;
  let chrome: Chrome;

  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
    await stage.workerRuns();
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  const linkTo = async (email: string) =>
    /href="(http[^"]*\/p\/[^"]+)"/.exec(
      (await stage.mails()).find(({ to, html }) => to.includes(email) && html.includes('/p/'))!.html,
    )![1]!;
  const mailsTo = async (email: string) => (await stage.mails()).filter(({ to }) => to.includes(email));
  const card = async (face: Face, number: string) => {
    await face.write('[name=card_number]', number);
    await face.write('[name=expiry]', '12/39');
    await face.write('[name=cvc]', '123');
    await face.write('[name=name]', 'M Martin');
  };

  it('pays a part without JavaScript on a screen of 320 px, and gets a receipt', async () => {
    const [theCase] = stage.cast.a.cases;
    const debtor = await chrome.face({ javascript: false, width: 'narrow' });
    await debtor.go(await linkTo(theCase.email!));
    expect(await debtor.text()).toContain('Un dossier vous concerne');
    expect(await debtor.text()).not.toMatch(/Martin|1 533|FA-1/);

    await debtor.write('[name=postcode]', '75001');
    await debtor.follow('Ouvrir mon dossier');
    expect(await debtor.text()).toContain('Ce code postal ne correspond pas. Rien n’a été débité.');
    await debtor.write('[name=postcode]', '69 003');
    await debtor.follow('Ouvrir mon dossier');
    expect(await debtor.text()).toContain('Bonjour Boulangerie Martin.');
    expect(await debtor.text()).toContain('1 533,33 €');
    expect(debtor.page.url()).not.toContain('/p/'); // the secret has left the address

    await debtor.follow('Payer une partie');
    await debtor.page.click('#choice-part');
    await debtor.write('[name=amount]', '99999');
    await debtor.follow('Continuer vers le paiement');
    expect(debtor.foreign).toEqual([]); // an amount beyond the claim goes no further
    await debtor.write('[name=amount]', '100,00');
    expect(debtor.complaints.filter((line) => !line.includes('422'))).toEqual([]);
    await debtor.follow('Continuer vers le paiement');
    expect(debtor.page.url()).toContain(stage.stripe.url);
    await card(debtor, '4242 4242 4242 4242');
    await debtor.follow('Payer 100,00 €');
    expect(debtor.page.url()).toContain('/return/');

    await stage.settle();
    await debtor.page.reload(); // what the page does by itself after some seconds
    expect(await debtor.text()).toContain('Paiement reçu : 100,00 €');
    expect(await debtor.text()).toContain('Il reste 1 433,33 € à payer.');
    const receipt = await debtor.fetch(await debtor.href('a[href$=".pdf"]'));
    expect([receipt.status, receipt.type, receipt.bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    expect((await mailsTo(theCase.email!))[0]!.attachments[0]!.filename).toMatch(/^(quittance|recu)-.*\.pdf$/);
  });

  it('is refused by a card, approves another at the bank, and everything stops when all is paid', async () => {
    const [theCase] = stage.cast.a.cases;
    const debtor = await chrome.face();
    await debtor.go(await linkTo(theCase.email!));
    await debtor.write('[name=postcode]', theCase.postcode);
    await debtor.follow('Ouvrir mon dossier');
    expect([debtor.complaints, debtor.foreign]).toEqual([[], []]);
    await debtor.follow('Payer 1 433,33 €');

    await card(debtor, '4000 0000 0000 0002');
    await debtor.follow('Payer 1 433,33 €');
    expect(debtor.page.url()).toContain(stage.stripe.url);
    await card(debtor, '4000 0027 6000 3184');
    await debtor.follow('Payer 1 433,33 €');
    await debtor.follow('Confirmer le paiement');
    await debtor.see('Paiement reçu : 1 433,33 €');
    await stage.settle();
    await debtor.see('Télécharger le reçu'); // the page asks again by itself
    await debtor.see('Tout est payé.');

    await debtor.follow('Revenir au dossier');
    expect(await debtor.text()).toContain('Votre dossier est réglé');
    expect(await debtor.text()).not.toContain('Payer 1 433,33 €');
    const [row] = await stage.test.owner<{ state: string; close_reason: string }>(`select state, close_reason from cases where id = $1`, [
      theCase.caseId,
    ]);
    expect(row).toEqual({ state: 'closed', close_reason: 'paid' });
  });

  it('pays by SEPA debit, in English, for the agency: under way is not paid; cancelling costs nothing', async () => {
    const [theCase] = stage.cast.b.cases;
    const debtor = await chrome.face({ language: 'en' });
    await debtor.go(`/b/${stage.cast.b.slug}/p/${theCase.token}`);
    expect(await debtor.text()).toContain('Un dossier vous concerne'); // the debtor's own language comes before the browser's
    await debtor.follow('English'); // and the choice is remembered
    await debtor.write('[name=postcode]', theCase.postcode);
    await debtor.follow('Open my case');
    expect(await debtor.text()).toContain(stage.cast.agencyName); // this hat says who asks
    await debtor.follow('Pay ');
    await debtor.follow('Cancel');
    expect(await debtor.text()).toContain('You cancelled the payment');
    await debtor.go(`/b/${stage.cast.b.slug}/claim`);
    await debtor.follow('Pay ');
    await debtor.follow('SEPA');
    await debtor.write('[name=iban]', 'FR30 2004 1010 0505 0001 3M02 609');
    await debtor.write('[name=name]', 'Imprimerie');
    await debtor.follow('Pay ');
    await stage.settle();
    await debtor.see('is under way');
    await debtor.go(`/b/${stage.cast.b.slug}/pay`);
    expect(await debtor.page.$('[name=choice]')).toBeNull(); // no second payment beside the one under way
  });

  it('opens the case with the reference and code of a letter; a wrong code says nothing', async () => {
    const theCase = stage.cast.a.cases[2];
    const debtor = await chrome.face({ javascript: false });
    await debtor.go(`/b/${stage.cast.a.slug}/`);
    await debtor.write('[name=reference]', theCase.reference);
    await debtor.write('[name=code]', 'AAAAA-AAAAA');
    await debtor.follow('Ouvrir mon dossier');
    expect(await debtor.text()).toContain('Cette référence et ce code ne vont pas ensemble.');
    expect(await debtor.text()).not.toContain(theCase.debtorName);
    await debtor.write('[name=code]', accessCode(stage.test.settings.AMIABLE_SECRET, theCase.caseId).toLowerCase());
    await debtor.follow('Ouvrir mon dossier');
    expect(await debtor.text()).toContain(`Bonjour ${theCase.debtorName}`);
  });

  it('a scanner that fetches the link and presses all its buttons learns nothing and breaks nothing', async () => {
    const theCase = stage.cast.a.cases[1];
    const link = `/b/${stage.cast.a.slug}/p/${theCase.token}`;
    const scanner = await chrome.face();
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      const answer = await fetch(stage.url + link, { method });
      expect([answer.status, answer.headers.get('referrer-policy'), answer.headers.get('x-robots-tag')]).toEqual([
        200,
        'no-referrer',
        expect.stringContaining('noindex'),
      ]);
    }
    await scanner.go(link);
    const buttons = (await scanner.page.$$('button, [type=submit]')).length;
    expect(buttons).toBeGreaterThan(0);
    for (let n = 0; n < buttons; n++) {
      await scanner.go(link);
      await scanner.page.$$eval('input', (fields) =>
        fields.forEach((field) => (field as unknown as { removeAttribute(name: string): void }).removeAttribute('required')),
      );
      await Promise.all([scanner.page.waitForNavigation(), (await scanner.page.$$('button, [type=submit]'))[n]!.click()]);
      expect(await scanner.text()).not.toMatch(/Roussel|480,00|FA-2|4WPA/);
    }
    for (const path of ['claim', 'pay', 'receipts/x.pdf']) {
      await scanner.go(`/b/${stage.cast.a.slug}/${path}`);
      expect(await scanner.text()).not.toMatch(/Roussel|480,00|FA-2|4WPA/);
    }
    const debtor = await chrome.face();
    await debtor.go(link);
    await debtor.write('[name=postcode]', theCase.postcode);
    await debtor.follow('Ouvrir mon dossier');
    expect(await debtor.text()).toContain('Camille Roussel');
  });

  it('every page passes axe in both schemes and widths, keeps quiet and asks nobody else', async () => {
    const { cases, slug } = stage.cast.a;
    const debtor = await chrome.face();
    const faults: string[] = [];
    const judge = async (screen: string, path: string) => {
      await debtor.go(path);
      faults.push(...(await debtor.faults(screen)));
    };
    await judge('enter by link', `/b/${slug}/p/${cases[1].token}`);
    await judge('enter by code', `/b/${slug}/enter`);
    await judge('verify', `/b/${slug}/verify`);
    await judge('new link', `/b/${slug}/link`);
    await debtor.go(`/b/${slug}/p/${cases[1].token}`);
    await debtor.write('[name=postcode]', cases[1].postcode);
    await debtor.follow('Ouvrir mon dossier');
    await judge('claim', `/b/${slug}/claim`);
    await judge('pay', `/b/${slug}/pay`);
    const yellow = `/b/${stage.cast.b.slug}`;
    await debtor.go(`${yellow}/p/${stage.cast.b.cases[0].token}`);
    await debtor.write('[name=postcode]', stage.cast.b.cases[0].postcode);
    await debtor.follow('Ouvrir mon dossier');
    await judge('claim of the yellow brand, payment under way', `${yellow}/claim`);
    expect({ faults, complaints: debtor.complaints, foreign: debtor.foreign }).toEqual({ faults: [], complaints: [], foreign: [] });
  });
});
