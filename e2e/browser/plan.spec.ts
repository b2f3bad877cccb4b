import './dist-folder';
import { openStage, type Stage } from '../stage';
import { Chrome } from './browser';

/** « Dites-nous ce que vous pouvez payer » as a person without JavaScript on a telephone goes through it: four pages at most. */
describe('a payment plan in a browser', () => {
  let stage: Stage;
  let chrome: Chrome;

  beforeAll(async () => {
    stage = await openStage();
    chrome = await Chrome.launch(stage);
    await stage.workerRuns();
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  const linkTo = async (email: string) =>
    /href="(http[^"]*\/p\/[^"]+)"/.exec(
      (await stage.mails()).find(({ to, html }) => to.includes(email) && html.includes('/p/'))!.html,
    )![1]!;

  it('is offered, read, accepted and given a card on four pages, without JavaScript at 320 px', async () => {
    const [theCase] = stage.cast.a.cases;
    const debtor = await chrome.face({ javascript: false, width: 'narrow' });
    await debtor.go(await linkTo(theCase.email!));
    await debtor.write('[name=postcode]', theCase.postcode);
    await debtor.follow('Ouvrir mon dossier');
    const pages: string[] = [];
    const here = async () => {
      pages.push(new URL(debtor.page.url()).pathname);
      const sideways = await debtor.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([pages.at(-1), sideways]).toEqual([pages.at(-1), 0]);
    };

    await debtor.go(`/b/${stage.cast.a.slug}/plan`);
    await here(); // 1
    expect(await debtor.text()).toContain('Dites-nous ce que vous pouvez payer');
    await debtor.write('[name=amount]', '600');
    await debtor.follow('Proposer et voir la réponse');
    await here(); // 2
    expect(await debtor.text()).toContain('Oui, c’est possible');
    await debtor.follow('Accepter cet échéancier');
    expect(await debtor.text()).toContain('Vous n’avez pas coché la case d’accord. Rien n’a été débité.');
    await debtor.page.click('#agree');
    await debtor.follow('Accepter cet échéancier');
    expect(debtor.page.url()).toContain(stage.stripe.url);
    await here(); // 3, of the provider
    await debtor.write('[name=card_number]', '4242 4242 4242 4242');
    await debtor.write('[name=expiry]', '12/39');
    await debtor.write('[name=cvc]', '123');
    await debtor.write('[name=name]', 'M Martin');
    await debtor.follow('Enregistrer');
    await stage.settle();
    await debtor.page.reload();
    await here(); // 4
    expect(await debtor.text()).toContain('C’est fait : votre échéancier est en place');
    expect(await debtor.text()).toContain('Carte qui finit par 4242.');
    expect(pages.length).toBeLessThanOrEqual(4);
    expect(debtor.complaints.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
