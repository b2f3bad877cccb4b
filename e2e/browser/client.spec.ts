import './dist-folder';
import { castPassword } from '@amiable/testing';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

/** The company's portal: what waits, the case behind it, the answer that the agency acts upon. */
describe('the client company in a browser', () => {
  let stage: Stage;
  let chrome: Chrome;

  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
    const lea = await stage.signIn('agency', stage.cast.staff.lea.email);
    const found = await lea(
      `{ cases(filter: { text: "${stage.cast.a.cases[0].reference}" }, order: LARGEST, page: { first: 1 }) { nodes { id } } }`,
    );
    const caseId = found.data.cases.nodes[0].id as string;
    const { data } = await lea(`query($caseId: ID!) { case(caseId: $caseId) { invoices { id number } } }`, { caseId });
    const opened = await lea(`mutation($input: OpenDisputeInput!) { openDispute(input: $input) { id } }`, {
      input: {
        caseId,
        invoiceId: data.case.invoices[0].id,
        reason: 'DEFECTIVE',
        amount: '200.00',
        note: 'Deux chaises abîmées.',
        idempotencyKey: 'dispute-0001',
      },
    });
    if (opened.errors) throw new Error(opened.text);
    await stage.settle();
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  const signIn = async (email: string, face?: Face): Promise<Face> => {
    const user = face ?? (await chrome.face());
    await user.go('/client/');
    await user.write('[name=email]', email);
    await user.write('[name=password]', castPassword);
    await user.keys('Enter');
    await user.page.waitForSelector('nav');
    return user;
  };

  it('the owner finds the dispute on the home page, reads the case, answers, and the claim falls', async () => {
    const owner = await signIn(stage.cast.a.owner.email);
    await owner.see('1 dossier attend votre réponse');
    await owner.see('200,00 €');
    await owner.press('Répondre');
    await owner.see('Qui a raison ?');
    await owner.see('Deux chaises abîmées.');
    await owner.press('Le débiteur a raison', 'dialog[open]');
    await owner.write('dialog[open] textarea', 'Nous reprenons les deux chaises et adressons un avoir.');
    await owner.press('Envoyer la réponse', 'dialog[open]');
    await owner.see('Réponse envoyée.');
    await owner.see('Fondé');
    await stage.settle();
    await owner.go('/client/');
    await owner.see('Rien n’attend votre réponse.');
    const [row] = await stage.test.owner<{ state: string; answer: string; open_minor: bigint }>(
      `select d.state, d.answer, c.open_minor from disputes d join cases c on c.client_id = d.client_id and c.id = d.case_id`,
    );
    expect(row).toEqual({ state: 'upheld', answer: 'Nous reprenons les deux chaises et adressons un avoir.', open_minor: 133333n });
    expect([owner.complaints, owner.foreign]).toEqual([[], []]);
  });

  it('one company never reads another’s case, whatever the address', async () => {
    const owner = await signIn(stage.cast.b.owner.email);
    await owner.go('/client/cases');
    await owner.page.waitForSelector('tbody tr a');
    const theirs = await owner.href('tbody tr a');
    const other = await signIn(stage.cast.a.owner.email);
    await other.go(new URL(theirs).pathname);
    await other.page.waitForSelector('main h1, [role=alert]');
    expect(await other.text()).not.toContain(stage.cast.b.cases[0].debtorName);
  });

  it('every screen passes axe in both schemes and widths, keeps quiet and asks nobody else', async () => {
    const owner = await chrome.face();
    await owner.go('/client/');
    await owner.page.waitForSelector('[name=email]');
    const faults = await owner.faults('sign-in');
    await signIn(stage.cast.a.owner.email, owner);
    for (const [path, ready] of [
      ['', '.tiles, main h1'],
      ['cases', 'tbody tr'],
      ['movements', 'main h1'],
      ['remittances', 'main h1'],
    ] as const) {
      await owner.go(`/client/${path}`);
      await owner.page.waitForSelector(ready);
      faults.push(...(await owner.faults(path || 'home')));
    }
    await owner.go('/client/cases');
    await owner.page.waitForSelector('tbody tr a');
    await owner.go(new URL(await owner.href('tbody tr a')).pathname);
    await owner.page.waitForSelector('main h1');
    faults.push(...(await owner.faults('case')));
    expect({ faults, complaints: owner.complaints, foreign: owner.foreign }).toEqual({ faults: [], complaints: [], foreign: [] });
  });
});
