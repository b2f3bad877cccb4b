import './dist-folder';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

/** What people do with pages that have no scripts: press twice, go back, send again. Nothing is begun or paid twice. */
describe('the debtor without scripts', () => {
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

  const base = () => `/b/${stage.cast.a.slug}`;
  const enter = async (nth: 0 | 1): Promise<Face> => {
    const theCase = stage.cast.a.cases[nth];
    const debtor = await chrome.face({ javascript: false, width: 'narrow' });
    await debtor.go(`${base()}/p/${theCase.token}`);
    await debtor.write('[name=postcode]', theCase.postcode);
    await debtor.follow('Ouvrir mon dossier');
    return debtor;
  };
  const payments = (nth: 0 | 1) =>
    stage.test.owner<{ state: string }>(`select state from payments where case_id = $1 order by created_at`, [
      stage.cast.a.cases[nth].caseId,
    ]);

  it('presses "pay" twice, goes back and presses again: one payment, one page, one charge', async () => {
    const debtor = await enter(1);
    await debtor.go(`${base()}/pay`);
    const send = async (clicks: number) => {
      const button = (await debtor.page.waitForSelector('main form button.btn'))!;
      await Promise.all([debtor.page.waitForNavigation({ waitUntil: 'load' }), button.click({ count: clicks })]);
      await debtor.until(`location.href.startsWith(${JSON.stringify(stage.stripe.url)})`, 'the page of the provider');
    };
    await send(2);
    const first = debtor.page.url();
    await debtor.page.goBack({ waitUntil: 'load' });
    if (await debtor.page.$('[name=choice]')) await send(1);
    else await debtor.go(first);
    expect([debtor.page.url(), await payments(1)]).toEqual([first, [{ state: 'started' }]]);
    await debtor.write('[name=card_number]', '4242 4242 4242 4242');
    await debtor.write('[name=expiry]', '12/39');
    await debtor.write('[name=cvc]', '123');
    await debtor.write('[name=name]', 'C Roussel');
    await debtor.follow('Payer ');
    await stage.settle();
    await debtor.page.goBack({ waitUntil: 'load' }); // to the page of the provider: it takes nothing again
    await debtor.go(`${base()}/pay`);
    expect(await debtor.page.$('[name=choice]')).toBeNull();
    expect(await payments(1)).toEqual([{ state: 'succeeded' }]);
    const moved = await stage.test.owner(`select amount_minor from movements where case_id = $1`, [stage.cast.a.cases[1].caseId]);
    expect(moved).toEqual([{ amount_minor: 48000n }]);
  });

  it('asks whether the letter is real and for a new link', async () => {
    const debtor = await chrome.face({ javascript: false, width: 'narrow' });
    for (const path of ['verify', 'link']) {
      await debtor.go(`${base()}/${path}`);
      await debtor.write('[name=reference]', stage.cast.a.cases[0].reference);
      const button = (await debtor.page.waitForSelector('main form button.btn'))!;
      const [answer] = await Promise.all([debtor.page.waitForNavigation({ waitUntil: 'load' }), button.click()]);
      expect([path, answer!.status()]).toEqual([path, 200]);
      expect(await debtor.text()).not.toContain('Boulangerie Martin');
    }
  });
});
