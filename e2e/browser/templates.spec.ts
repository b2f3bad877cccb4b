import './dist-folder';
import { toGlobalId } from '@amiable/platform';
import { castPassword, type CastPerson } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

jest.setTimeout(180_000);

/** A client's own words, written by a manager beside the message as it will leave. */
describe('templates in a browser', () => {
  let stage: Stage;
  let chrome: Chrome;
  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  const signIn = async (who: CastPerson, language: 'fr' | 'en' = 'fr'): Promise<Face> => {
    const face = await chrome.face({ language });
    await face.go('/agency/');
    await face.see(language === 'fr' ? 'Se connecter' : 'Sign in');
    await face.page.keyboard.type(who.email);
    await face.keys('Tab');
    await face.page.keyboard.type(castPassword);
    await face.keys('Enter');
    await face.page.waitForSelector('.side-nav');
    return face;
  };
  /** Until the message beside the words says this. */
  const framed = (face: Face, words: string) =>
    face.until(
      `document.querySelector('iframe.preview')?.contentDocument?.body?.innerText.replace(/\\s+/g, ' ').includes(${JSON.stringify(words)})`,
      `“${words}” in the message`,
    );
  const body = (face: Face) => face.page.$eval('textarea[name=body]', (area) => (area as unknown as { value: string }).value);
  /** Writes at the beginning of the words. */
  const writeBefore = async (face: Face, words: string) => {
    await face.page.focus('textarea[name=body]');
    await face.keys('Control+Home');
    await face.page.keyboard.type(words);
  };
  const clientPath = () => `/agency/clients/${toGlobalId('Client', stage.cast.a.id, stage.cast.a.id)}`;

  it('a manager writes, is told what is wrong while he types, mends it by a press, and puts it into service', async () => {
    const { cast } = stage;
    const nadia = await signIn(cast.staff.manager);
    await nadia.go(clientPath());
    await nadia.press('Ouvrir les modèles');
    await nadia.see('Modèles de Alizé Mobilier');
    await nadia.see('Texte standard');
    expect(await nadia.faults('the list of templates')).toEqual([]);
    await nadia.press('Première relance', 'td');
    await framed(nadia, 'Nous n’avons pas reçu votre paiement');
    await nadia.see('Rien à corriger');
    await nadia.see('Rien n’a changé'); // the reason why it cannot be saved

    await writeBefore(nadia, 'Bonjour {{ debtor.nmae }}. Un huissier passera. ');
    await nadia.see('Le champ « debtor.nmae » n’existe pas. Voulez-vous dire « debtor.name » ?');
    await nadia.see('433-13 C. pén.');
    await nadia.see('2 points restent à corriger');
    expect(await nadia.faults('words with faults')).toEqual([]);
    await nadia.press('Remplacer par « debtor.name »');
    await framed(nadia, 'Bonjour Camille Dubois.'); // shown, and not to be saved
    await nadia.press('Remplacer par « Nous cherchons');
    await nadia.see('Rien à corriger');
    expect(await body(nadia)).toMatch(/^Bonjour \{\{ debtor\.name \}\}\. Nous cherchons avec vous une solution à l’amiable\./);

    // A part that is taken out is asked for, and put in again from the list of blocks, by keys.
    await nadia.page.$eval('textarea[name=body]', (area: any) =>
      area.setSelectionRange(area.value.indexOf('[amount]'), area.value.indexOf('[amount]') + 10),
    );
    await nadia.keys('Delete');
    await nadia.see('Il manque le bloc « [amount] »');
    await nadia.press('Insérer un bloc');
    await nadia.press('[amount] Le reste à payer, en grand');
    await nadia.see('Rien à corriger');
    expect(await body(nadia)).toContain('\n\n[amount]\n\n');

    await nadia.write('[name=title]', 'Un mot de notre part');
    await framed(nadia, 'Un mot de notre part');
    await nadia.see('Rien à corriger');
    await nadia.page.focus('[name=title]');
    await nadia.keys('Enter');
    await nadia.see('Brouillon enregistré');
    expect(await stage.test.owner(`select version, state, title from templates`)).toEqual([
      { version: 1, state: 'draft', title: 'Un mot de notre part' },
    ]);

    await nadia.write('[placeholder="7K3M-Q9TX-2VH1"]', cast.a.cases[1].reference);
    await nadia.keys('Enter');
    await framed(nadia, 'Bonjour Camille Roussel.');
    await nadia.press('Courrier', '[role=tablist]');
    await framed(nadia, 'Référence');
    await nadia.press('Texte brut', '[role=tablist]');
    await nadia.see('Bonjour Camille Roussel.');
    await nadia.press('M’envoyer un essai');
    await nadia.see('Essai en route');
    await stage.settle();
    expect((await stage.mails()).map(({ to, subject }) => [to.includes(cast.staff.manager.email), subject.startsWith('[Test] ')])).toEqual([
      [true, true],
    ]);

    await nadia.press('Mettre en service');
    await nadia.page.waitForSelector('dialog[open]');
    expect(await nadia.faults('putting into service')).toEqual([]);
    await nadia.keys('Control+Enter');
    await nadia.see('La version 1 est en service');
    await nadia.press('Ce qui change du texte standard');
    await nadia.until(
      `[...document.querySelectorAll('.template-diff ins')].some((line) => line.textContent.startsWith('Bonjour {{ debtor.name }}'))`,
      'what changed',
    );
    expect(await nadia.faults('an editor with versions')).toEqual([]);
    expect(nadia.complaints).toEqual([]);
    expect(nadia.foreign).toEqual([]);
  });

  it('goes back to an earlier version and to the standard words; what is not saved is found again', async () => {
    const nadia = await signIn(stage.cast.staff.manager);
    await nadia.go(`${clientPath()}/templates/reminder_1?language=FR&hat=CLIENT_NAME`);
    await nadia.see('Version 1 en service');
    await nadia.write('[name=title]', 'Autrement dit');
    nadia.page.once('dialog', (dialog) => void dialog.accept()); // the browser asks before words are left behind
    await nadia.page.reload();
    await nadia.see('Vos mots non enregistrés ont été retrouvés');
    await nadia.see('Rien à corriger');
    await nadia.press('Enregistrer le brouillon');
    await nadia.see('Brouillon 2 en attente');
    await nadia.press('Mettre en service');
    await nadia.page.waitForSelector('dialog[open]');
    await nadia.press('Mettre en service', 'dialog[open]');
    await nadia.see('Version 2 en service');
    await nadia.press('Remettre en service');
    await nadia.page.waitForSelector('dialog[open]');
    await nadia.press('Remettre en service', 'dialog[open]');
    await nadia.see('Version 3 en service');
    await nadia.until(`document.querySelector('[name=title]').value === 'Un mot de notre part'`, 'the words of version 1');
    await nadia.press('Revenir au texte standard');
    await nadia.page.waitForSelector('dialog[open]');
    await nadia.press('Revenir au texte standard', 'dialog[open]');
    await nadia.see('Texte standard en service');
    expect(await stage.test.owner(`select version, state from templates order by version`)).toEqual(
      [1, 2, 3].map((version) => ({ version, state: 'retired' })),
    );
    expect(nadia.complaints).toEqual([]);
  });

  it('says in English as well, and to a collector why it is not his', async () => {
    await stage.test.owner(`update staff_users set language = 'en' where id = $1`, [stage.cast.staff.admin.id]);
    const ines = await signIn(stage.cast.staff.admin, 'en');
    await ines.go(`${clientPath()}/templates/formal_notice?language=DE&hat=CLIENT_NAME`);
    await ines.see('Formal notice');
    await ines.see('The legal check reads French and English.'); // German has to be read by a person
    await ines.see('Nothing to mend.');
    expect(await ines.faults('an editor in English')).toEqual([]);
    const lea = await signIn(stage.cast.staff.lea);
    await lea.go(clientPath());
    await lea.see('Les responsables et les administrateurs écrivent les modèles');
    await lea.go(`${clientPath()}/templates`);
    await lea.see('Les modèles ne vous sont pas ouverts');
    expect(await lea.faults('templates that are not open')).toEqual([]);
    expect([...ines.complaints, ...lea.complaints]).toEqual([]);
  });
});
