import './dist-folder';
import { raiseAlerts } from '@amiable/insights';
import { dayOf } from '@amiable/kernel';
import { RecordTransfer } from '@amiable/payments';
import { toGlobalId } from '@amiable/platform';
import { castPassword, type CastPerson } from '@amiable/testing';
import { actsOn } from '../scenarios/acts.fixture';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

jest.setTimeout(120_000);

/** What a case is worth beside its principal, what may be offered, what somebody must know, and what goes back. */
describe('the desk and the money', () => {
  let stage: Stage;
  let chrome: Chrome;
  beforeAll(async () => {
    stage = await openStage();
    await stage.test.owner(`update mandates set late_interest = true, late_indemnity = true`);
    chrome = await Chrome.launch(stage);
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });
  const { perform } = actsOn(() => stage);

  const signIn = async (who: CastPerson): Promise<Face> => {
    const face = await chrome.face();
    await face.go('/agency/');
    await face.see('Se connecter');
    await face.page.keyboard.type(who.email);
    await face.keys('Tab');
    await face.page.keyboard.type(castPassword);
    await face.keys('Enter');
    await face.page.waitForSelector('.side-nav');
    return face;
  };
  const casePath = (n: 0 | 1 | 2) => `/agency/cases/${toGlobalId('Case', stage.cast.a.id, stage.cast.a.cases[n].caseId)}`;
  const shut = (face: Face) => face.until(`!document.querySelector('dialog[open]')`, 'the dialog to close');

  it('an alert rings the bell while one looks, and is settled with its reason; a manager sets what rings', async () => {
    const nadia = await signIn(stage.cast.staff.manager);
    await nadia.see('Bonjour Nadia');
    await nadia.until(`document.querySelector('.bell') && !document.querySelector('.bell-count')`, 'a silent bell');
    await stage.test.owner(`update alert_rules set threshold = 2000 where kind = 'limit_passed'`);
    await stage.test.database.acrossClientsAsWorker((db) => raiseAlerts(db, dayOf(db.clock)));
    await nadia.until(`document.querySelector('.bell-count')?.innerText === '3'`, 'three alerts');
    await nadia.page.click('.bell');
    await nadia.see('Ce qui est arrivé');
    await nadia.see('Encours de 2 480,55 €');
    expect(await nadia.faults('alerts')).toEqual([]);
    await nadia.page.$$eval('.alerts li', (rows) =>
      (rows as unknown as Array<{ innerText: string; querySelector: (s: string) => { click: () => void } }>)
        .find(({ innerText }) => innerText.includes('Garage du Pont'))!
        .querySelector('button')
        .click(),
    );
    await nadia.page.waitForSelector('dialog[open] textarea');
    await nadia.write('dialog[open] textarea', 'le client le sait');
    await nadia.keys('Control+Enter');
    await nadia.see('Alerte traitée');
    await nadia.see('2 alertes');
    await nadia.go(casePath(2));
    await nadia.see('Alerte traitée : le client le sait');
    expect(nadia.complaints).toEqual([]);
  });

  it('a limit that is set below what is owed rings at once, and its list shows how far it is passed', async () => {
    const lea = await signIn(stage.cast.staff.lea);
    await lea.go(casePath(1)); // owes 480.00
    await lea.press('Fixer l’encours autorisé');
    await lea.write('dialog[open] input[inputmode=decimal]', '500');
    await lea.write('dialog[open] input[name=source]', 'Assureur');
    await lea.keys('Control+Enter');
    await lea.see('L’encours autorisé est enregistré.');
    await shut(lea);
    const before = Number(await lea.page.$eval('.bell-count', (count) => count.textContent).catch(() => '0'));
    await stage.settle();
    await lea.until(`document.querySelector('.bell-count')?.innerText === '${before + 1}'`, 'the bell to ring');
    await lea.page.click('.bell');
    await lea.see('Encours de 480,00 €, 96 % de la limite de 500,00 €');
    await lea.go('/agency/cases');
    await lea.press('Plus de filtres');
    await lea.page.evaluate(
      `(() => { const choice = [...document.querySelectorAll('label')].find((label) => label.innerText.startsWith('Limite d’encours')).querySelector('select') ?? document.getElementById([...document.querySelectorAll('label')].find((label) => label.innerText.startsWith('Limite d’encours')).htmlFor); choice.value = 'NEAR'; choice.dispatchEvent(new Event('change', { bubbles: true })); })()`,
    );
    await lea.see('480,00 € sur 500,00 €');
    await lea.see('1 sur 1');
    expect(await lea.faults('cases near their limit')).toEqual([]);
    expect(lea.complaints).toEqual([]);
  });

  it('the case says what has accrued, what may be offered and what to do; a promise for one invoice is taken back by one key', async () => {
    const lea = await signIn(stage.cast.staff.lea);
    await lea.go(casePath(0));
    await lea.see('Acquis en sus');
    await lea.see('Indemnité forfaitaire 40,00 €');
    await lea.see('Ce que le mandat permet');
    await lea.see('Personne ne lui a encore parlé');
    await lea.page.$$eval('details', (all) => all.forEach((each) => each.setAttribute('open', '')));
    expect(await lea.faults('case')).toEqual([]);
    await lea.keys('p');
    await lea.page.waitForSelector('dialog[open]');
    await lea.press('Pour tout le solde', 'dialog[open]');
    await lea.page.click('dialog[open] .choose-invoices label:nth-of-type(2) input');
    await lea.until(`document.querySelector('dialog[open] input[name=amount]').value === '333.33'`, 'the sum of the chosen invoice');
    await lea.keys('Control+Enter');
    await lea.see('Promesse enregistrée');
    await shut(lea);
    await lea.see(stage.cast.a.cases[0].invoices[1]!.number);
    await lea.keys('z');
    await lea.see('Promesse annulée');
    expect(await stage.test.owner(`select state from promises`)).toEqual([{ state: 'cancelled' }]);
    expect(lea.complaints).toEqual([]);
  });

  it('what was paid too much goes back: the accountant asks and lets it go', async () => {
    await perform(stage.cast.a.id, RecordTransfer, {
      caseId: stage.cast.a.cases[0].caseId,
      amount: '1600',
      receivedOn: '2026-11-02',
      bankReference: 'VIR 1600',
      direct: false,
    });
    const paul = await signIn(stage.cast.staff.accountant);
    await paul.go(casePath(0));
    await paul.see('66,67 € à rendre au payeur');
    await paul.press('Rembourser');
    await paul.page.waitForSelector('dialog[open] textarea');
    await paul.write('dialog[open] textarea', 'payé deux fois');
    await paul.keys('Control+Enter');
    await paul.see('Remboursement enregistré');
    await paul.press('Saisir le virement');
    await paul.page.waitForSelector('dialog[open] [name=bankReference]');
    await paul.write('dialog[open] [name=bankReference]', 'RBT 77');
    await paul.keys('Control+Enter');
    await paul.see('Virement enregistré');
    expect(await stage.test.owner(`select amount_minor from movements where kind = 'refund'`)).toEqual([{ amount_minor: -6_667n }]);
    expect(paul.complaints).toEqual([]);
  });

  it('the next version of a mandate is signed from the client’s page, and a brand’s pages are shut and opened', async () => {
    const ines = await signIn(stage.cast.staff.admin);
    await ines.go(`/agency/clients/${toGlobalId('Client', stage.cast.a.id, stage.cast.a.id)}`);
    await ines.press('Nouvelle version');
    await ines.see('gardent la version sous laquelle ils ont été ouverts');
    expect(await ines.faults('mandate')).toEqual([]);
    await ines.write('input[name=graceDays]', '4');
    await ines.press('Enregistrer la version 2');
    await ines.see('Mandat, version 2 enregistrée');
    await ines.see('2 versions');
    expect(
      await stage.test.owner(`select version, plan_grace_days as days from mandates where client_id = $1 order by version`, [
        stage.cast.a.id,
      ]),
    ).toEqual([
      { version: 1, days: 8 },
      { version: 2, days: 4 },
    ]);
    await ines.press('Fermer les pages');
    await ines.page.waitForSelector('dialog[open] textarea');
    await ines.write('dialog[open] textarea', 'nom de domaine volé');
    await ines.keys('Control+Enter');
    await ines.see('nom de domaine volé');
    expect((await stage.browser().get(`/b/${stage.cast.a.slug}/enter`)).status).toBe(503);
    expect(await ines.faults('client')).toEqual([]);
    await ines.press('Rouvrir les pages');
    await ines.see('Pages rouvertes');
    expect((await stage.browser().get(`/b/${stage.cast.a.slug}/enter`)).status).toBe(200);
    expect(ines.complaints).toEqual([]);
  });
});
