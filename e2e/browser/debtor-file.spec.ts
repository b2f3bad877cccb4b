import './dist-folder';
import { toGlobalId } from '@amiable/platform';
import { castPassword } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

jest.setTimeout(120_000);

/** The file of a debtor, corrected, completed, joined and separated by keyboard alone. */
describe('the debtor’s file', () => {
  let stage: Stage;
  let chrome: Chrome;
  let lea: Face;

  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
    const [first, , third] = stage.cast.a.cases;
    await stage.test.owner(`update debtors set siren = '404833048' where id = $1`, [third.debtorId]);
    lea = await chrome.face();
    await lea.page.goto(`${stage.url}/agency/`, { waitUntil: 'load' });
    await lea.see('Se connecter');
    await lea.page.keyboard.type(stage.cast.staff.lea.email);
    await lea.keys('Tab');
    await lea.page.keyboard.type(castPassword);
    await lea.keys('Enter');
    await lea.see('Bonjour');
    await lea.page.goto(`${stage.url}/agency/cases/${toGlobalId('Case', first.clientId, first.caseId)}`);
    await lea.page.waitForSelector('.case-title');
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  const dialogSays = (words: string) =>
    lea.until(`document.querySelector('dialog[open]')?.innerText.replace(/\\s+/g, ' ').includes(${JSON.stringify(words)})`, words);
  const shut = () => lea.until(`!document.querySelector('dialog[open]')`, 'the dialog to close');
  const focusOn = async (name: string) => {
    for (let tabs = 0; tabs < 30; tabs++) {
      if (await lea.page.evaluate(`document.activeElement?.getAttribute('name') === ${JSON.stringify(name)}`)) return;
      await lea.keys('Tab');
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  const typeInto = async (name: string, text: string) => {
    await focusOn(name);
    await lea.keys('Control+a', 'Backspace');
    await lea.page.keyboard.type(text);
  };

  it('says at the field what is wrong and what would be right, and finds the duplicate once it is', async () => {
    await lea.keys('d');
    await dialogSays('Corriger la fiche du débiteur');
    await typeInto('phone', '04 78 00 11 22');
    await typeInto('siren', '404833049');
    await lea.keys('Control+Enter');
    await dialogSays('Avec ces premiers chiffres, ce serait 404833048');
    await lea.until(`document.activeElement?.getAttribute('name') === 'siren'`, 'the wrong field to be focused');
    await lea.keys('Control+a', 'Backspace');
    await lea.page.keyboard.type('404 833 048');
    await lea.keys('Control+Enter');
    await shut();
    await lea.see('+33 4 78 00 11 22');
    await lea.see('SIREN 404833048');
    await lea.see('Doublon possible');
    await lea.see('Garage du Pont : même SIREN');
  });

  it('shows a colleague’s correction beside what is being typed, and keeps it', async () => {
    await lea.keys('d');
    await typeInto('city', 'Villeurbanne');
    await stage.test.owner(`update debtors set legal_form = 'SARL', version = version + 1 where id = $1`, [stage.cast.a.cases[0].debtorId]);
    await lea.keys('Control+Enter');
    await dialogSays('Un collègue vient de corriger cette fiche');
    await dialogSays('Forme juridique : SARL');
    expect(await lea.page.$eval('dialog[open] [name=city]', (field) => (field as unknown as { value: string }).value)).toBe('Villeurbanne');
    await lea.keys('Escape');
    await shut();
  });

  it('knows whom to ask for, also on the call sheet', async () => {
    await lea.keys('i');
    await dialogSays('Ajouter un interlocuteur');
    await typeInto('name', 'Claire Petit');
    await typeInto('approvalOrder', '1');
    await lea.keys('Control+Enter');
    await shut();
    await lea.see('Valide en 1');
    await lea.keys('t');
    await dialogSays('Demander : Claire Petit');
    await lea.keys('Escape');
    await shut();
  });

  it('is joined with its twin and separated again', async () => {
    const names = () =>
      stage.test.owner(`select name, joined_to is not null as joined from debtors where id = any($1::uuid[]) order by name`, [
        [stage.cast.a.cases[0].debtorId, stage.cast.a.cases[2].debtorId],
      ]);
    await lea.keys('v');
    await dialogSays('Est-ce le même débiteur ?');
    await lea.keys('Control+Enter');
    await shut();
    await lea.see('Fiches jointes');
    await lea.see(stage.cast.a.cases[2].reference);
    expect((await names()).map(({ name }) => name)).toEqual(['Boulangerie Martin', 'Boulangerie Martin']);
    await lea.keys('z'); // nothing has left the house
    await lea.see('Doublon possible');
    expect(await names()).toEqual([
      { name: 'Boulangerie Martin', joined: false },
      { name: 'Garage du Pont', joined: false },
    ]);
  });

  it('is corrected after somebody said that he is not this debtor: no dispute form without a reason', async () => {
    await lea.keys('t');
    await dialogSays('Issue de l’appel');
    await lea.keys('n');
    await dialogSays('Ce numéro ne sera plus composé');
    await lea.keys('Control+Enter');
    await dialogSays('Corriger la fiche du débiteur');
    expect(await lea.page.$eval('dialog[open] [name=phone]', (field) => (field as unknown as { value: string }).value)).toBe('');
    await lea.keys('Escape');
    await shut();
    await lea.see('le numéro de téléphone'); // what to ask for next
    expect([lea.complaints, lea.foreign]).toEqual([[], []]);
  });
});
