import './dist-folder';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

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

  const entered = async ({ token, postcode }: { token: string; postcode: string }): Promise<Face> => {
    const debtor = await chrome.face({ javascript: false, width: 'narrow' });
    await debtor.go(`/b/${stage.cast.a.slug}/p/${token}`);
    await debtor.write('[name=postcode]', postcode);
    await debtor.follow('Ouvrir mon dossier');
    return debtor;
  };
  const giveCard = async (debtor: Face) => {
    expect(debtor.page.url()).toContain(stage.stripe.url);
    await debtor.write('[name=card_number]', '4242 4242 4242 4242');
    await debtor.write('[name=expiry]', '12/39');
    await debtor.write('[name=cvc]', '123');
    await debtor.write('[name=name]', 'M Martin');
    await debtor.follow('Enregistrer');
  };

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
    await here(); // 3, of the provider
    await giveCard(debtor);
    await stage.settle();
    await debtor.page.reload();
    await here(); // 4
    expect(await debtor.text()).toContain('C’est fait : votre échéancier est en place');
    expect(await debtor.text()).toContain('Carte qui finit par 4242.');
    expect(pages.length).toBeLessThanOrEqual(4);
    expect(debtor.complaints.filter((line) => !line.includes('422'))).toEqual([]);
  });

  it('too little is answered by what is possible; accepted, one instalment is skipped, once, whatever is pressed', async () => {
    const theCase = stage.cast.a.cases[1];
    const debtor = await entered(theCase);
    await debtor.go(`/b/${stage.cast.a.slug}/plan`);
    const [open] = await stage.test.owner<{ seventh: string }>(
      `select round(open_minor / 700.0, 2)::text as seventh from cases where id = $1`,
      [theCase.caseId],
    );
    await debtor.write('[name=amount]', open!.seventh); // six months are the mandate's most
    await debtor.follow('Proposer et voir la réponse');
    expect(await debtor.text()).toContain('Presque : voici ce qui est possible');
    await debtor.follow('Continuer avec cette formule');
    expect(await debtor.text()).toContain('Ce que vous acceptez');
    await debtor.page.click('#agree');
    await debtor.follow('Accepter cet échéancier');
    await giveCard(debtor);
    await stage.settle();
    await debtor.page.reload();
    const instalments = () =>
      stage.test.owner<{ due_on: string; amount_minor: string }>(
        `select i.due_on::text, i.amount_minor::text from instalments i join plans p on p.client_id = i.client_id and p.id = i.plan_id where p.case_id = $1 and p.state = 'active' order by i.due_on`,
        [theCase.caseId],
      );
    const before = await instalments();
    await debtor.follow('Passer cette échéance');
    const after = await instalments();
    expect(after).toHaveLength(before.length);
    expect(after[0]!.due_on > before[0]!.due_on).toBe(true);
    const total = (rows: typeof before) => rows.reduce((sum, { amount_minor }) => sum + BigInt(amount_minor), 0n);
    expect(total(after)).toBe(total(before));
    expect(await debtor.text()).not.toContain('Passer cette échéance'); // once
    await debtor.page.goBack();
    if ((await debtor.text()).includes('Passer cette échéance')) await debtor.follow('Passer cette échéance');
    expect(await instalments()).toEqual(after);
  });

  it('a transfer is announced once however often it is pressed, found again by the link, and taken back', async () => {
    const theCase = stage.cast.a.cases[2];
    const debtor = await entered(theCase);
    await debtor.go(`/b/${stage.cast.a.slug}/claim`);
    await debtor.follow('J’ai fait le virement');
    await debtor.follow('Annoncer ce virement');
    expect(await debtor.text()).toContain('C’est noté, merci');
    await debtor.page.goBack(); // the form is gone: the page says what stands instead
    expect(await debtor.text()).toContain('Virement annoncé');
    expect(await debtor.page.$('[name=madeOn]')).toBeNull();
    const again = await entered(theCase); // left, and back by the same link
    await again.go(`/b/${stage.cast.a.slug}/claim`);
    expect(await again.text()).toContain('Virement annoncé');
    const states = () =>
      stage.test.owner(
        `select k.state as announced, c.state as "case" from transfer_announcements k join cases c on c.client_id = k.client_id and c.id = k.case_id where k.case_id = $1`,
        [theCase.caseId],
      );
    expect(await states()).toEqual([{ announced: 'open', case: 'on_hold' }]);
    await again.follow('Je n’ai pas fait ce virement');
    expect(await states()).toEqual([{ announced: 'withdrawn', case: 'open' }]);
    expect(again.complaints.filter((line) => !line.includes('422'))).toEqual([]);
  });
});
