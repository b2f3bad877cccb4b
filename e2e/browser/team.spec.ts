import './dist-folder';
import { castPassword } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

jest.setTimeout(180_000);

/** A manager's morning: who carries what, a goal for the month, and a look through a colleague's eyes. */
describe('the team', () => {
  let stage: Stage;
  let chrome: Chrome;
  let manager: Face;
  beforeAll(async () => {
    stage = await openStage();
    const { lea } = stage.cast.staff;
    await stage.test.owner(`update cases set owner_id = $1 where id = $2`, [lea.id, stage.cast.a.cases[0].caseId]);
    chrome = await Chrome.launch(stage);
    manager = await chrome.face();
    await manager.go('/agency/');
    await manager.write('[name=email]', stage.cast.staff.manager.email);
    await manager.write('[name=password]', castPassword);
    await manager.keys('Enter');
    await manager.see('Bonjour');
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  it('shows the load of each, opens the list that a figure counts, and passes axe', async () => {
    await manager.keys('g', 'e');
    await manager.see('Par chargé de recouvrement');
    expect((await manager.faults('team')).join('\n')).toBe('');
    const row = `[...document.querySelectorAll('tbody tr')].find((each) => each.innerText.includes(${JSON.stringify(stage.cast.staff.lea.name)}))`;
    expect(await manager.page.evaluate(`${row}.querySelector('a[href*="state=OPEN"]:not(small a)').innerText`)).toBe('1');
    await manager.page.evaluate(`${row}.querySelector('a[href*="state=OPEN"]:not(small a)').click()`);
    await manager.see('1 sur 1');
    await manager.page.goBack();
    await manager.see('Par chargé de recouvrement');
  });

  /** Opens the menu of Léa's row and chooses. */
  const manage = async (act: string) => {
    await manager.page.evaluate(
      `[...document.querySelectorAll('tbody tr')].find((each) => each.innerText.includes(${JSON.stringify(stage.cast.staff.lea.name)})).querySelector('.popover button').click()`,
    );
    await manager.page.waitForSelector('[role=menu]');
    await manager.page.evaluate(
      `[...document.querySelectorAll('[role=menuitem]')].find((each) => each.innerText.startsWith(${JSON.stringify(act)})).click()`,
    );
  };

  it('takes a goal, and says what it asks of each working day', async () => {
    await manage('Objectif…');
    await manager.see('Objectif de');
    expect((await manager.faults('goal')).join('\n')).toBe('');
    await manager.write('dialog[open] input[inputmode=decimal]', '20 000');
    await manager.keys('Control+Enter');
    await manager.see('Objectif enregistré');
    await manager.see('0 % de 20 000 € · 1 000 € par jour'); // 20 working days from 2 November on: the 11th is a holiday
  });

  it('says which languages a collector works in; the shared queue follows', async () => {
    await manage('Compétences…');
    await manager.see('Aucune cochée : toutes les langues.');
    expect((await manager.faults('skills')).join('\n')).toBe('');
    await manager.press('Allemand', 'dialog[open]');
    await manager.keys('Control+Enter');
    await manager.see('Compétences enregistrées');
    await manager.see('Allemand');
  });

  it('lends the cases of who is away after showing who would get them, and gives them back', async () => {
    const { hugo } = stage.cast.staff;
    await manage('Absence…');
    await manager.see('Dites le dernier jour d’absence.');
    const until = `const day = document.querySelector('dialog[open] input[name=until]'); Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(day, day.min); day.dispatchEvent(new Event('input', { bubbles: true }))`;
    await manager.page.evaluate(until);
    await manager.press(hugo.name, 'dialog[open]');
    await manager.see('1 dossier change de mains');
    await manager.see(`${hugo.name} : 1 dossier`);
    expect((await manager.faults('absence')).join('\n')).toBe('');
    await manager.keys('Control+Enter');
    await manager.see('Absence enregistrée');
    await manager.see('En absence jusqu’au');
    await manage('Absence…');
    await manager.see(`Relais : ${hugo.name}`);
    await manager.keys('Control+Enter');
    await manager.see('Dossiers rendus');
  });

  it('is asked for from anywhere by name, says why some cases wait for nobody, and is undone by one key', async () => {
    const { lea, hugo } = stage.cast.staff;
    await stage.test.owner(`update staff_users set portfolio = $2 where id = $1`, [hugo.id, [stage.cast.b.id]]);
    await manager.go('/agency/cases');
    await manager.see('Dossiers');
    await manager.keys('Control+k');
    await manager.page.waitForSelector('dialog[open] [role=option]');
    await manager.page.keyboard.type('absence d');
    await manager.keys('Enter');
    await manager.see('Qui s’absente ?');
    expect((await manager.faults('absence of a colleague')).join('\n')).toBe('');
    await manager.page.evaluate(
      `(() => { const choice = document.querySelector('dialog[open] select'); choice.value = [...choice.options].find(({ text }) => text === ${JSON.stringify(lea.name)}).value; choice.dispatchEvent(new Event('change', { bubbles: true })); })()`,
    );
    await manager.page.click('dialog[open] input[name=kind][value=move]');
    await manager.press(hugo.name, 'dialog[open]');
    await manager.see('Alizé Mobilier : 1 dossier attend dans la file partagée, aucun collègue coché n’a accès à ce client.');
    await manager.keys('Control+Enter');
    await manager.see('Dossiers confiés');
    const ownerOf = async () =>
      (await stage.test.owner(`select owner_id from cases where id = $1`, [stage.cast.a.cases[0].caseId]))[0]!.owner_id;
    expect(await ownerOf()).toBeNull();
    await manager.until(`!document.querySelector('dialog[open]')`, 'the dialog to close');
    await manager.keys('z');
    await manager.see('Absence annulée');
    expect(await ownerOf()).toBe(lea.id);
    await stage.test.owner(`update staff_users set portfolio = $2 where id = $1`, [hugo.id, [stage.cast.a.id]]);
  });

  it('judges a contact of the sample, its words in sight; nothing is judged beforehand', async () => {
    const { lea } = stage.cast.staff;
    const [theCase] = stage.cast.a.cases;
    await stage.test.owner(
      `insert into timeline_events (client_id, case_id, kind, at, actor_kind, actor_id, actor_name, facts) values ($1, $2, 'note.added', '2026-11-02T08:00:00Z', 'staff', $3, $4, '{"note": "Dit payer vendredi"}')`,
      [stage.cast.a.id, theCase.caseId, lea.id, lea.name],
    );
    await manager.go('/agency/quality');
    await manager.press('Évaluer');
    await manager.see('Évaluez chaque point.');
    expect((await manager.faults('review')).join('\n')).toBe('');
    for (const name of ['recall', 'identity', 'facts', 'nextStep'])
      await manager.page.click(`dialog[open] input[name=${name}][value=PASS]`);
    await manager.page.click('dialog[open] input[name=tone][value=FAIL]');
    await manager.write('dialog[open] textarea', 'Plus d’écoute');
    await manager.keys('Control+Enter');
    await manager.see('Évaluation enregistrée');
    await manager.see('Ton : à corriger');
    await manager.see('80 %');
    expect((await manager.faults('quality')).join('\n')).toBe('');
    await manager.go('/agency/team');
    await manager.see('Par chargé de recouvrement');
  });

  it('looks through a colleague’s eyes: a banner, his screens, nothing to change, and back', async () => {
    await manage('Voir comme');
    await manager.see('En lecture seule, pendant 30 minutes');
    await manager.write('dialog[open] textarea', 'Comprendre sa file');
    await Promise.all([manager.page.waitForNavigation(), manager.keys('Control+Enter')]);
    await manager.see(`Vous voyez cet écran comme ${stage.cast.staff.lea.name}`);
    await manager.see('Bonjour Léa');
    expect((await manager.faults('viewing')).join('\n')).toBe('');
    await Promise.all([manager.page.waitForNavigation(), manager.press('Revenir à moi')]);
    await manager.see('Écrans vus à la place d’un autre');
    await manager.see('Comprendre sa file');
    expect([manager.complaints, manager.foreign]).toEqual([[], []]);
  });
});
