import './dist-folder';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castPassword } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

const csv = `N° facture;Code client;Client;E-mail;Adresse;Code postal;Ville;Date facture;Échéance;Montant TTC
F-1001;C1;Boulangerie Neuve;compta@boulangerie-neuve.example;1 rue Haute;69001;Lyon;01/09/2026;01/10/2026;842,50
F-1002;C2;Garage Neuf;compta@garage-neuf.example;2 rue Basse;69002;Lyon;05/09/2026;05/10/2026;1 212,82
`;

/** A manager takes a new client on, from nothing to a live page; the client's owner comes in by the invitation. */
describe('a new client in a browser', () => {
  let stage: Stage;
  let chrome: Chrome;
  let folder: string;
  let manager: Face;
  let pages = 0;
  let fields = 0;
  let presses = 0;

  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
    folder = await mkdtemp(join(tmpdir(), 'amiable-browser-'));
    manager = await chrome.face();
    await manager.go('/agency/');
    await manager.see('Se connecter');
    await manager.page.keyboard.type(stage.cast.staff.manager.email);
    await manager.keys('Tab');
    await manager.page.keyboard.type(castPassword);
    await manager.keys('Enter');
    await manager.page.waitForSelector('nav');
  }, 120_000);
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const fill = async (name: string, value: string) => {
    await manager.write(`[name=${name}]`, value);
    fields++;
  };
  const press = async (words: string) => {
    await manager.press(words);
    presses++;
  };
  const arrive = async (words: string) => {
    await manager.see(words);
    pages++;
  };

  it('is live after six steps, each refused in words until it is right, and may be left and taken up again', async () => {
    await manager.go('/agency/clients');
    await manager.see('Nouveau client');
    await press('Nouveau client');
    await arrive('Six étapes');
    await fill('name', 'Nouvelle Maison');
    await fill('siren', '732 829 321');
    await fill('addressLine', '4 rue des Ateliers');
    await fill('postcode', '69001');
    await fill('city', 'Lyon');
    await fill('email', 'compta@nouvelle-maison.example');
    await fill('phone', '04 72 00 00 99');
    await fill('settlementIban', 'FR7630006000011234567890189');
    await press('Enregistrer et continuer');
    await manager.see('Ce SIREN n’existe pas');
    await manager.until(`document.activeElement?.name === 'siren'`, 'the focus at the SIREN');
    await manager.write('[name=siren]', '732829320'); // a mistake, not a field of the path
    await manager.press('Enregistrer et continuer');

    await arrive('Adresse de la page');
    await manager.write('[name=slug]', stage.cast.a.slug);
    await manager.press('Enregistrer et continuer');
    await manager.see('Cette adresse est déjà prise');
    await manager.write('[name=slug]', 'nouvelle-maison');
    await press('Enregistrer et continuer');

    await arrive('Au nom de qui écrire');
    // Left and taken up again from the list of clients: nothing is lost, nothing is asked twice.
    await manager.go('/agency/clients');
    await manager.see('Nouvelle Maison');
    await manager.press('Nouvelle Maison', '.two-lines');
    await manager.see('n’est pas encore en ligne');
    await manager.press('Continuer les étapes');
    await manager.see('Au nom de qui écrire');
    await manager.write('[name=longestPlanMonths]', '24');
    await press('Enregistrer le mandat signé');

    await arrive('À quel rythme relancer');
    await press('Activer ce scénario');

    await arrive('Déposez le fichier des factures');
    await press('Choisir le fichier');
    await manager.see('Nouvel import');
    const file = join(folder, 'factures.csv');
    await writeFile(file, csv);
    const input = (await manager.page.waitForSelector('input[type=file]:not([disabled])')) as never as {
      uploadFile(path: string): Promise<void>;
    };
    await input.uploadFile(file);
    fields++;
    await manager.see('Format reconnu');
    await press('Importer 2 factures');
    await manager.see('Import terminé');
    await press('Revenir au nouveau client');

    await arrive('La page est en ligne');
    await fill('name', 'Camille Neuve');
    await fill('email', 'camille@nouvelle-maison.example');
    await press('Inviter');
    await manager.see('Voir la fiche du client');

    // Under ten minutes by hand: about 15 s a page and 8 s a field leave room for reading.
    expect({ pages, fields, presses }).toEqual({ pages: 6, fields: 11, presses: 9 });
    expect(pages * 15 + fields * 8).toBeLessThan(5 * 60);
    expect(manager.complaints).toEqual([]);
  }, 240_000);

  it('what debtors get is the new brand’s: the page by its address, the first mail by the daily run', async () => {
    await stage.settle(); // the worker gives new cases their first step
    const page = await stage.browser().get('/b/nouvelle-maison/enter');
    expect([page.status, page.text.includes('Nouvelle Maison')]).toEqual([200, true]);
    const made = await stage.test.owner(
      `select c.open_minor::text as open, c.hat, s.step_no from cases c join clients cl using (client_id) left join schedules s on s.client_id = c.client_id and s.case_id = c.id where cl.siren = '732829320' order by 1`,
    );
    expect(made).toEqual([
      { open: '121282', hat: 'client_name', step_no: expect.any(Number) },
      { open: '84250', hat: 'client_name', step_no: expect.any(Number) },
    ]);
  });

  it('the owner chooses a password by the link of the mail, once, and is in', async () => {
    await stage.settle();
    const mails = await stage.mails();
    const invitation = mails.find(({ to }) => JSON.stringify(to).includes('camille@nouvelle-maison.example'))!;
    const [, path] = /https?:\/\/[^/\s]+(\/client\/invitation\/[\w-]+)/.exec(invitation.text)!;
    const owner = await chrome.face();
    await owner.go(path!);
    await owner.see('Choisissez votre mot de passe');
    await owner.write('[name=password]', 'un long mot de passe 2026');
    await owner.press('Enregistrer et se connecter');
    await owner.see('Nouvelle Maison');
    await owner.see('Notre marque');
    const second = await chrome.face();
    await second.go(path!);
    await second.write('[name=password]', 'un autre mot de passe 2026');
    await second.press('Enregistrer et se connecter');
    await second.see('Ce lien ne fonctionne plus');
    expect(owner.complaints).toEqual([]);
  }, 120_000);
});
