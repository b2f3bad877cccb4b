import './dist-folder';
import { castPassword } from '@amiable/testing';
import { strFromU8, unzipSync } from 'fflate';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

/** Finding and moving cases: the search, the lists, their views, acts on many, files. */
describe('the lists of the desk in a browser', () => {
  let stage: Stage;
  let chrome: Chrome;

  beforeAll(async () => {
    stage = await openStage();
    await manyCases();
    chrome = await Chrome.launch(stage);
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
  });

  /** Forty cases of one client beside the cast, each of a debtor with a name of its own. */
  const manyCases = () =>
    stage.test.owner(
      `with d as (
         insert into debtors (client_id, id, reference, kind, name, city, email)
         select $1, gen_random_uuid(), 'L' || n, 'company', 'Menuiserie ' || chr(64 + 1 + n % 26) || 'ernadette ' || n, 'Quimperlé', 'l' || n || '@example.org' from generate_series(1, 40) n returning id, reference),
       c as (
         insert into cases (client_id, id, reference, debtor_id, mandate_id, brand_id, hat, state, stage, currency, fee_percent, opened_on)
         select $1, gen_random_uuid(), d.reference, d.id, m.id, m.brand_id, m.hat, 'open', 'call', 'EUR', 10, '2026-10-01' from d, mandates m where m.client_id = $1 returning id, reference, debtor_id)
       insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, currency)
       select $1, gen_random_uuid(), 'LOT-' || reference, debtor_id, id, 'invoice', '2026-08-01', '2026-09-01', 10000 + substr(reference, 2)::int, 'EUR' from c`,
      [stage.cast.a.id],
    );

  const signIn = async (email: string): Promise<Face> => {
    const staff = await chrome.face();
    await staff.go('/agency/');
    await staff.see('Se connecter');
    await staff.page.keyboard.type(email);
    await staff.keys('Tab');
    await staff.page.keyboard.type(castPassword);
    await staff.keys('Enter');
    await staff.page.waitForSelector('nav');
    return staff;
  };
  const found = (face: Face, words: string) =>
    face.until(`document.querySelector('dialog[open]')?.innerText.includes(${JSON.stringify(words)})`, `“${words}” to be found`);

  it('a caller is found in one field, by a misspelt name, a phone heard or an amount, without the mouse', async () => {
    const [martin] = stage.cast.a.cases;
    await stage.test.owner(`update debtors set phone = '+33 6 12 34 56 78' where id = $1`, [martin.debtorId]);
    const lea = await signIn(stage.cast.staff.lea.email);
    await lea.see('Bonjour');
    for (const typed of ['boulangrie matrin', '06 12 34 56', '1533,33', martin.invoices[0]!.number.toLowerCase()]) {
      await lea.keys('/');
      await lea.page.waitForSelector('dialog[open] input');
      await lea.page.keyboard.type(typed);
      await found(lea, 'Boulangerie Martin');
      await lea.keys('Enter');
      await lea.until(`document.querySelector('h1')?.textContent.includes('Boulangerie Martin')`); // its page, not the list
      await lea.see(martin.reference);
      await lea.keys('g', 'c');
      await lea.page.waitForSelector('tbody tr');
    }
    await lea.keys('/');
    await found(lea, 'boulangrie matrin'); // what was looked for lately
    await lea.page.keyboard.type('nulle part ailleurs');
    await found(lea, 'Rien ne correspond');
    expect((await lea.faults('search')).join('\n')).toBe('');
    await lea.keys('Escape', 'Control+k');
    await lea.page.waitForSelector('dialog[open] input');
    await found(lea, 'Aller aux filtres'); // the acts of the page stand in the palette with their keys
    await lea.page.keyboard.type(`#${martin.reference.slice(0, 7)}`);
    await found(lea, martin.reference);
    await lea.keys('Enter');
    await lea.see('Boulangerie Martin');
    expect([lea.complaints, lea.foreign]).toEqual([[], []]);
  });

  it('forty cases are moved to a colleague by three presses, and taken back by one', async () => {
    const manager = await signIn(stage.cast.staff.manager.email);
    await manager.go('/agency/cases?stage=CALL&text=quimperl%C3%A9');
    await manager.see('Tout sélectionner (40)');
    let presses = 0;
    const press = async (words: string, within = '') => {
      presses++;
      await manager.press(words, within);
    };
    await press('Tout sélectionner');
    await press('Confier');
    await manager.see('40 dossiers concernés');
    await press(stage.cast.staff.lea.name, 'dialog[open]');
    await manager.see('40 dossiers traités');
    expect(presses).toBe(3);
    const withLea = async () =>
      (await stage.test.owner<{ n: number }>(`select count(*)::int as n from cases where owner_id = $1`, [stage.cast.staff.lea.id]))[0]!.n;
    expect(await withLea()).toBe(40);
    await manager.press('Annuler', '.toasts');
    await manager.see('Annulé pour 40 dossiers');
    expect(await withLea()).toBe(0);
  });

  it('rows are picked by X and Shift, held with a reason, and what cannot be held says why', async () => {
    const manager = await signIn(stage.cast.staff.manager.email);
    await stage.test.owner(
      `update cases set state = 'closed', close_reason = 'withdrawn', closed_on = '2026-11-01' where reference = 'L40'`,
    );
    await manager.go('/agency/cases?text=L40');
    await manager.page.waitForSelector('tbody tr');
    await manager.go('/agency/cases?text=quimperl%C3%A9&order=LARGEST');
    await manager.page.waitForSelector('tbody tr');
    await manager.keys('x', 'Shift+J', 'Shift+J');
    await manager.see('3 dossiers sélectionnés');
    await manager.keys('h');
    await manager.page.waitForSelector('dialog[open]');
    await manager.see('1 laissé de côté');
    expect((await manager.faults('bulk hold')).join('\n')).toBe('');
    await manager.page.keyboard.type('attente du client');
    await manager.keys('Control+Enter');
    await manager.see('2 dossiers traités, 1 laissés de côté');
    expect(await stage.test.owner(`select count(*)::int as n from cases where hold_reason = 'attente du client'`)).toEqual([{ n: 2 }]);
  });

  it('a list is kept as a view, shared, found by a colleague, and leaves as a workbook that opens', async () => {
    const manager = await signIn(stage.cast.staff.manager.email);
    await manager.go('/agency/cases?text=quimperl%C3%A9&least=100,30');
    await manager.page.waitForSelector('tbody tr');
    const rows = Number(await manager.page.$eval('h1 .count', (count) => count.textContent));
    await manager.press('Vues');
    await manager.press('Enregistrer cette vue');
    await manager.page.waitForSelector('dialog[open] input[name=name]');
    await manager.page.keyboard.type('Quimperlé, dès 100,30');
    await manager.press('Partager avec l’équipe', 'dialog[open]');
    await manager.keys('Control+Enter');
    await manager.see('enregistrée');

    const lea = await signIn(stage.cast.staff.lea.email);
    await lea.go('/agency/cases?order=LARGEST');
    await lea.page.waitForSelector('tbody tr');
    await lea.press('Vues');
    await lea.press('Quimperlé, dès 100,30');
    await lea.until(`document.querySelector('h1 .count')?.textContent === '${rows}'`, 'the rows of the view');
    expect(new URL(lea.page.url()).searchParams.get('least')).toBe('100,30');
    expect((await lea.faults('cases with a view')).join('\n')).toBe('');

    await lea.press('Exporter');
    const workbook = await lea.fetch(await lea.href('a[download][href*="cases.xlsx"]'));
    expect([workbook.status, workbook.type]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    const sheet = strFromU8(unzipSync(workbook.bytes)['xl/worksheets/sheet1.xml']!);
    expect(sheet.match(/<row /g)).toHaveLength(rows + 1);
    expect(sheet).toContain('Menuiserie');
    const csv = (await lea.fetch(await lea.href('a[download][href*="cases.csv"]'))).bytes.toString();
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(rows + 1);
    expect(csv).toMatch(/"100,3\d"/);
    expect([lea.complaints, lea.foreign]).toEqual([[], []]);
  });
});
