import './dist-folder';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toGlobalId } from '@amiable/platform';
import { castPassword } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

/** The brand editor: what is typed shows on the real page at once, and is kept only when saved. */
describe('the brand editor in a browser', () => {
  let stage: Stage;
  let chrome: Chrome;
  let folder: string;
  let brandId: string;

  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
    folder = await mkdtemp(join(tmpdir(), 'amiable-browser-'));
    brandId = toGlobalId('Brand', stage.cast.a.id, stage.cast.a.brandId);
  }, 120_000);
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const signIn = async (face: 'agency' | 'client', email: string): Promise<Face> => {
    const person = await chrome.face();
    await person.go(`/${face}/`);
    await person.see('Se connecter');
    await person.page.keyboard.type(email);
    await person.keys('Tab');
    await person.page.keyboard.type(castPassword);
    await person.keys('Enter');
    await person.page.waitForSelector('nav');
    return person;
  };
  /** Until the frame of the page shows these words. */
  const framed = async (person: Face, words: string, face = 'page') => {
    for (let tries = 0; tries < 100; tries++) {
      for (const frame of person.page.frames())
        if (frame.url().includes(`/${face}?`) && (await frame.content().catch(() => '')).includes(words)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the ${face} never showed ${words}`);
  };
  const brand = async () => (await stage.test.owner(`select * from brands where client_id = $1`, [stage.cast.a.id]))[0]!;

  it('a manager changes colours, name and logo beside the real page; nothing is kept before it is saved, and a version leads back', async () => {
    const manager = await signIn('agency', stage.cast.staff.manager.email);
    await manager.go(`/agency/brands/${brandId}`);
    await manager.see('Couleurs et forme');
    for (const face of ['page', 'email', 'letter']) await framed(manager, 'Exemple', face);
    for (const [language, word] of [
      ['Deutsch', 'Rechnung'],
      ['Nederlands', 'actuur'],
      ['English', 'nvoice'],
      ['Français', 'acture'],
    ] as const) {
      await manager.press(language, '.brand-previews');
      for (const face of ['page', 'email', 'letter']) await framed(manager, word, face);
    }
    await manager.write('input.input[name=primaryColour]', '#ffdd00');
    await manager.see('Votre couleur est gardée telle quelle sur les boutons. Les liens sont assombris pour rester lisibles.');
    await manager.write('[name=name]', 'Alizé Maison');
    await framed(manager, 'Alizé Maison');
    await framed(manager, '--accent:#ffdd00');
    await manager.press('Les deux');
    await manager.until(`document.querySelectorAll('.brand-frame').length === 5`, 'both schemes');
    expect(await brand()).toMatchObject({ name: stage.cast.a.brandName, version: 1 });

    const logo = join(folder, 'logo.svg');
    await writeFile(
      logo,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><script>alert(1)</script><path d="M0 0h40v40z" fill="#0b6e5b"/></svg>',
    );
    const input = (await manager.page.$('.logo-field input[type=file]')) as never as { uploadFile(path: string): Promise<void> };
    await input.uploadFile(logo);
    await manager.see('1 élément inutile ou dangereux a été retiré du dessin');
    await manager.see('3 modifications non enregistrées');

    await manager.press('Clients', 'nav');
    await manager.see('Partir sans enregistrer ?');
    await manager.press('Rester ici');
    await manager.press('Enregistrer');
    await manager.see('Marque enregistrée');
    expect(await brand()).toMatchObject({
      name: 'Alizé Maison',
      primary_colour: '#ffdd00',
      version: 2,
      logo: expect.stringContaining('data:image/svg+xml'),
    });

    await manager.see('Version 1');
    await manager.press('Y revenir');
    await manager.see('Version rétablie');
    expect(await brand()).toMatchObject({ name: stage.cast.a.brandName, primary_colour: '#0b6e5b', version: 3, logo: null });
    expect(manager.complaints).toEqual([]);
    expect(manager.foreign).toEqual([]);
  }, 240_000);

  it('an owner edits his own in the portal; a wrong value is refused at its field; what was typed is found again', async () => {
    const owner = await signIn('client', stage.cast.a.owner.email);
    await owner.press('Notre marque');
    await owner.see('Couleurs et forme');
    await framed(owner, 'Exemple');
    await owner.write('[name=bankIban]', 'FR7630006000011234567890188');
    await owner.press('Enregistrer');
    await owner.see('Cet IBAN n’existe pas');
    await owner.until(`document.activeElement?.name === 'bankIban'`, 'the focus at the IBAN');
    owner.page.once('dialog', (dialog) => void dialog.accept()); // the browser asks before words are left behind
    await owner.page.reload();
    await owner.see('Vos modifications non enregistrées ont été retrouvées');
    await owner.write('[name=bankIban]', 'FR7630006000011234567890189');
    await owner.press('Enregistrer');
    await owner.see('Marque enregistrée');
    await stage.settle();
    const told = (await stage.mails()).find(({ subject }) => subject.startsWith('Compte bancaire modifié'))!;
    expect(told.text).toContain('Le nouvel IBAN finit par 0189');
    expect(owner.complaints.filter((line) => !line.includes('422'))).toEqual([]);
  }, 240_000);

  it('holds every rule of axe, wide and narrow, light and dark', async () => {
    const owner = await signIn('client', stage.cast.a.owner.email);
    await owner.press('Notre marque');
    await owner.see('Couleurs et forme');
    expect(await owner.faults('brand editor')).toEqual([]);
  }, 120_000);
});
