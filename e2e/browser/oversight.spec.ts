import './dist-folder';
import { toGlobalId } from '@amiable/platform';
import { castPassword, type CastPerson } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

jest.setTimeout(120_000);

/** What managers see of the work of others: what waits for their word. */
describe('the oversight of the desk', () => {
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

  it('a request rings on the manager’s navigation, is answered by keys, and who asked hears of it at once', async () => {
    const [lea, nadia] = [await signIn(stage.cast.staff.lea), await signIn(stage.cast.staff.manager)];
    const ask = await stage.signIn('agency', stage.cast.staff.lea.email);
    const input = {
      caseId: toGlobalId('Case', stage.cast.a.id, stage.cast.a.cases[0].caseId),
      instalments: 24,
      firstDueOn: '2026-11-20',
      frequency: 'MONTHLY',
      rounding: 'LAST',
      reason: 'il reprend un emploi en décembre',
      idempotencyKey: 'oversight-1',
    };
    const asked = await ask(`mutation($input: ProposePlanInput!) { proposePlan(input: $input) { id } }`, { input });
    expect(asked.errors).toBeUndefined();
    await nadia.until(`document.querySelector('.side-nav .count')?.innerText === '1'`, 'a request on the navigation');
    await nadia.keys('g', 'a');
    await nadia.see('1 demande attend votre réponse');
    await nadia.see('Hors mandat : trop long');
    await nadia.see('il reprend un emploi en décembre');
    expect(await nadia.faults('approvals')).toEqual([]);
    await lea.go('/agency/approvals');
    await lea.see('En attente');
    await nadia.keys('a');
    await nadia.page.waitForSelector('dialog[open] textarea');
    await nadia.write('dialog[open] textarea', 'accordé, il a prouvé son embauche');
    await nadia.keys('Control+Enter');
    await nadia.see('Demande approuvée');
    await nadia.see('Rien à décider');
    await lea.see('Nadia Benali a approuvé votre demande');
    await lea.see('accordé, il a prouvé son embauche');
    expect(await lea.faults('my requests')).toEqual([]);
    expect([...nadia.complaints, ...lea.complaints]).toEqual([]);
  });
});
