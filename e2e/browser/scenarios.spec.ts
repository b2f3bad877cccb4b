import './dist-folder';
import { toGlobalId } from '@amiable/platform';
import { castPassword } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

jest.setTimeout(180_000);

/** A manager draws up a version, looks at what it would do, puts it into service, and confirms what it proposes. */
describe('scenarios', () => {
  let stage: Stage;
  let chrome: Chrome;
  let manager: Face;
  let home: string;
  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
    manager = await chrome.face();
    home = `/agency/clients/${toGlobalId('Client', stage.cast.a.id, stage.cast.a.id)}`;
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

  const faults = async (where: string) => expect((await manager.faults(where)).join('\n')).toBe('');
  /** The control of a label in the nth step or segment. */
  const control = (n: number, label: string) =>
    `[...document.querySelectorAll('.draft-step')[${n}].querySelectorAll('.field')].find((each) => each.innerText.startsWith(${JSON.stringify(label)})).querySelector('input, select')`;
  const setTo = (n: number, label: string, value: string) =>
    manager.page.evaluate(`{
      const control = ${control(n, label)};
      const kind = control.tagName === 'SELECT' ? HTMLSelectElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(control, ${JSON.stringify(value)});
      control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    }`);

  it('are read on one page: segments, steps, trials', async () => {
    await manager.go(home);
    await manager.see('Scénarios et segments');
    await manager.press('Scénarios et segments');
    await manager.see('De haut en bas');
    await manager.see('J−5');
    await manager.see('Mise en demeure');
    await manager.see('Aucun essai');
    await faults('scenarios');
  });

  it('a draft says what stands against it, beside the step', async () => {
    await manager.press('Préparer la version 2');
    await manager.see('(brouillon)');
    await setTo(4, 'Canal', 'EMAIL');
    await setTo(2, 'Jour', '3');
    await manager.keys('Control+s');
    await manager.see('2 points empêchent la mise en service');
    await manager.see('Une mise en demeure part par courrier');
    await manager.see('Chaque étape vient au moins un jour après la précédente');
    await faults('draft with problems');
    await setTo(4, 'Canal', 'LETTER');
    await setTo(2, 'Jour', '12');
    await setTo(1, 'Envoi', 'CONFIRMED');
    await manager.keys('Control+s');
    await manager.until(`!document.body.innerText.includes('empêchent la mise en service')`);
    await faults('draft');
  });

  it('is rehearsed on the real portfolio before it is put into service', async () => {
    await manager.press('Répéter');
    await manager.see('Qui reçoit quoi');
    await manager.see('Avec le changement');
    await faults('rehearsal');
    const [{ n: before }] = (await stage.test.owner(`select count(*)::int as n from actions`)) as [{ n: number }];
    expect(before).toBe(0);
    await manager.press('Mettre en service');
    await manager.see('continuent avec la nouvelle version');
    await faults('activate');
    await manager.press('Mettre en service', 'dialog[open]');
    await manager.see('Scénario en service');
    await manager.see('1 version précédente');
    expect(await stage.test.owner(`select version, state from scenarios where client_id = $1 order by version`, [stage.cast.a.id])).toEqual(
      [
        { version: 1, state: 'retired' },
        { version: 2, state: 'active' },
      ],
    );
  });

  it('what it proposes is looked at, then confirmed by one key; nothing left before', async () => {
    await stage.test.owner(`update schedules set step_no = 2, due_on = '2026-11-02' where client_id = $1`, [stage.cast.a.id]);
    await stage.workerRuns();
    const sent = () =>
      stage.test.owner(`select 1 from messages where template = 'reminder_1' and state = 'sent' and client_id = $1`, [stage.cast.a.id]);
    expect(await sent()).toHaveLength(0);
    await manager.keys('g', 's');
    await manager.see('Envois à confirmer');
    const [{ n: waiting }] = (await stage.test.owner(`select count(*)::int as n from actions where state = 'proposed'`)) as [{ n: number }];
    expect(waiting).toBeGreaterThan(0);
    await manager.see(`${waiting} envoi`);
    await faults('confirm');
    await manager.press('Aperçu');
    await manager.page.waitForSelector('dialog[open] iframe');
    await faults('preview of a proposal');
    await manager.keys('Escape');
    await manager.keys('Control+Enter');
    await manager.see('Rien à confirmer');
    await stage.workerRuns();
    expect(await sent()).toHaveLength(waiting);
  });

  it('segments choose the scenario of a new case; the list says where a mistake is', async () => {
    await manager.go(`${home}/scenarios`);
    await manager.see('Modifier les segments');
    await manager.press('Modifier les segments');
    await manager.see('Enregistrer les segments');
    await manager.press('Ajouter un segment');
    await setTo(0, 'Segment', 'Particuliers');
    await manager.keys('Control+s');
    await manager.see('Sans condition, ce segment cacherait les suivants.');
    await faults('segments with a mistake');
    await setTo(0, 'Débiteur', 'PERSON');
    await manager.keys('Control+s');
    await manager.see('Segments enregistrés');
    expect(
      await stage.test.owner(`select position, name, debtor_kind from segments where client_id = $1 order by 1`, [stage.cast.a.id]),
    ).toEqual([
      { position: 1, name: 'Particuliers', debtor_kind: 'person' },
      { position: 2, name: expect.any(String), debtor_kind: null },
    ]);
  });

  it('a trial is started and its arms are shown; it says that it is too early', async () => {
    await manager.press('Lancer un essai');
    await manager.write('dialog[open] input[name=name]', 'Sans relance');
    await faults('new trial');
    await manager.keys('Control+Enter');
    await manager.see('en cours depuis');
    await manager.see('Témoin sans relance');
    await manager.see('Trop tôt pour conclure');
    await faults('trial');
  });
});
