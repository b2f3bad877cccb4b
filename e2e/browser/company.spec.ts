import './dist-folder';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readXlsx, toGlobalId } from '@amiable/platform';
import { castPassword } from '@amiable/testing';
import { unzipSync } from 'fflate';
import { openStage, type Stage } from '../stage';
import { Chrome, type Face } from './browser';

const pdf = (words: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Title (${words}) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`);

/** A company's accountant, without scripts: many invoices, their documents, one transfer for some, a date for others, and two sets of books. */
describe('the accountant of a debtor company in a browser', () => {
  let stage: Stage;
  let chrome: Chrome;
  let folder: string;

  beforeAll(async () => {
    stage = await openStage();
    folder = await mkdtemp(path.join(tmpdir(), 'amiable-ledger-'));
    chrome = await Chrome.launch(stage);
    const [theCase] = stage.cast.a.cases;
    await stage.test.owner(
      `insert into invoices (client_id, id, number, debtor_id, case_id, kind, issued_on, due_on, amount_minor, currency)
       select client_id, gen_random_uuid(), 'FA-2' || lpad(n::text, 3, '0'), debtor_id, case_id, 'invoice', date '2026-09-01', date '2026-10-01' + n, 10000 + n, 'EUR'
       from invoices, generate_series(1, 120) n where invoices.id = $1`,
      [theCase.invoices[0]!.id],
    );
  });
  afterAll(async () => {
    await chrome?.close();
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const base = () => `/b/${stage.cast.a.slug}`;
  const enter = async (options: Parameters<Chrome['face']>[0] = { javascript: false }) => {
    const [theCase] = stage.cast.a.cases;
    const debtor = await chrome.face(options);
    await debtor.go(`${base()}/p/${theCase.token}`);
    await debtor.write('[name=postcode]', theCase.postcode);
    await debtor.follow('Ouvrir mon dossier');
    return debtor;
  };
  const attach = async (invoiceId: string, filename: string, bytes: Buffer, kind = 'invoice') => {
    const signedIn = await fetch(`${stage.url}/graphql/client`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: stage.url },
      body: JSON.stringify({
        query: 'mutation($input: SignInInput!) { signIn(input: $input) { user { id } } }',
        variables: { input: { email: stage.cast.a.owner.email, password: castPassword } },
      }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const asked = new URLSearchParams({ invoice: toGlobalId('Invoice', stage.cast.a.id, invoiceId), kind });
    return fetch(`${stage.url}/files/evidence?${asked.toString()}`, {
      method: 'POST',
      headers: { cookie, origin: stage.url, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(filename) },
      body: new Uint8Array(bytes),
    });
  };
  const choose = async (face: Face, file: string) =>
    ((await face.page.$('input[type=file]')) as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  const faultless = async (face: Face, screen: string) => {
    const scripted = await face.page.browserContext().newPage(); // axe needs scripts, the page does not
    await scripted.setCookie(...(await face.page.cookies()));
    const twin = Object.assign(Object.create(Object.getPrototypeOf(face) as object) as Face, face, { page: scripted });
    await scripted.goto(face.page.url(), { waitUntil: 'load' });
    expect(await twin.faults(screen)).toEqual([]);
    await scripted.close();
  };

  it('sees the document of each invoice, and so do client and agency; what is no PDF is refused', async () => {
    const [first, second] = stage.cast.a.cases[0].invoices;
    expect((await attach(first!.id, 'FA-101.pdf', pdf('FA-101'))).status).toBe(201);
    expect((await attach(second!.id, 'bon.pdf', pdf('BL-102'), 'delivery_note')).status).toBe(201);
    const refused = await attach(first!.id, 'FA-101.pdf', Buffer.from('<html><script>alert(1)</script>'));
    expect([refused.status, JSON.stringify(await refused.json())]).toEqual([
      expect.any(Number),
      expect.stringContaining('FILE_NOT_WHAT_IT_SAYS'),
    ]);
    expect((await attach(stage.cast.b.cases[0].invoices[0]!.id, 'x.pdf', pdf('x'))).status).toBe(404);

    const debtor = await enter();
    expect(await debtor.text()).toContain('Voir la liste complète (122)');
    await debtor.go(`${base()}/invoices?q=FA-101`);
    expect(await debtor.text()).toContain('Voir la facture (PDF)');
    const file = await debtor.fetch(await debtor.href('a.doc'));
    expect([file.status, file.type, file.bytes.toString().includes('FA-101')]).toEqual([200, 'application/pdf', true]);

    await stage.test.owner(`update evidence set debtor_sees = false where invoice_id = $1`, [second!.id]);
    const zip = unzipSync((await debtor.fetch(`${base()}/statement/copies.zip`)).bytes);
    expect(Object.keys(zip)).toEqual(['FA-101.pdf']);
  });

  it('searches, filters, chooses over pages, and gets one reference for the choice', async () => {
    const debtor = await enter({ javascript: false, width: 'narrow' });
    await debtor.follow('Voir la liste complète');
    expect(await debtor.text()).toContain('Factures dans cette liste : 122.');
    await debtor.write('#q', '2 007');
    await debtor.follow('Afficher la liste');
    expect(await debtor.text()).toContain('Factures dans cette liste : 1.');
    await debtor.write('#q', '');
    await debtor.page.select('#show', 'overdue');
    await debtor.follow('Afficher la liste');
    expect(await debtor.text()).toMatch(/Factures dans cette liste : 3\d\./);
    await debtor.follow('Faire un seul virement');
    expect(await debtor.text()).toContain('Aucune facture à payer n’est cochée. Aucun argent n’a été débité.');
    await debtor.follow('Tout cocher dans cette liste');
    expect(await debtor.text()).toMatch(/Factures cochées : 3\d\./);
    await debtor.page.select('#show', 'all');
    await debtor.follow('Afficher la liste');
    await debtor.follow('Page suivante');
    await debtor.page.click('.pick input');
    await debtor.follow('Calculer le total');
    const [, count, total] = /Factures cochées : (\d+)\. Total : ([\d ]+,\d\d €)/.exec(await debtor.text())!;
    await faultless(debtor, 'invoices');
    await debtor.follow('Faire un seul virement');
    expect(await debtor.text()).toContain(total!);
    await faultless(debtor, 'answer transfer');
    await debtor.follow('Obtenir la référence');
    const text = await debtor.text();
    expect(text).toContain(total!);
    expect(text).toMatch(/RF\d\d 7K3M Q9TX 2VH1 S1/);
    const [kept] = await stage.test.owner<{ n: number }>(`select cardinality(invoice_ids) as n from transfer_references`);
    expect(kept!.n).toBe(Number(count));
    await faultless(debtor, 'transfer of a choice');
    expect([debtor.complaints.filter((line) => !line.includes('422')), debtor.foreign]).toEqual([[], []]);
  });

  it('gives a date for some lines and contests others at once; the case waits for that date', async () => {
    const debtor = await enter();
    await debtor.go(`${base()}/invoices?q=FA-201`);
    await debtor.follow('Tout cocher dans cette liste');
    await debtor.follow('Donner une date de paiement');
    await debtor.follow('Promettre ce paiement');
    expect(await debtor.text()).toContain('Nous ne comprenons pas cette date. Aucun argent n’a été débité.');
    await debtor.page.$eval('#day', (field) => field.setAttribute('type', 'text')).catch(() => undefined);
    await debtor.page.$eval('#day', (field) => field.setAttribute('value', '2026-11-20'));
    await faultless(debtor, 'answer promise');
    await debtor.follow('Promettre ce paiement');
    expect(await debtor.text()).toContain('Date notée. Factures : 10.');
    const [promise] = await stage.test.owner(`select amount_minor::int as amount, due_on::text, state from promises where case_id = $1`, [
      stage.cast.a.cases[0].caseId,
    ]);
    expect(promise).toEqual({ amount: 100_145, due_on: '2026-11-20', state: 'open' });
    await debtor.go(`${base()}/invoices?q=FA-2111`);
    await debtor.go(`${base()}/invoices?q=FA-211`);
    await debtor.follow('Tout cocher dans cette liste');
    await debtor.follow('Contester');
    await debtor.follow('Contester ces factures');
    expect(await debtor.text()).toContain('Il manque la raison. Aucun argent n’a été débité.');
    await debtor.page.click('#reason-defective');
    await debtor.follow('Contester ces factures');
    expect(await debtor.text()).toContain('Contestation notée. Factures : 10.');
    await debtor.page.select('#show', 'disputed');
    await debtor.follow('Afficher la liste');
    expect(await debtor.text()).toContain('Factures dans cette liste : 10.');
  });

  it('takes the statement away as PDF, workbook and CSV', async () => {
    const debtor = await enter();
    const printed = await debtor.fetch(`${base()}/statement.pdf`);
    expect([printed.status, printed.type, printed.bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    const rows = readXlsx((await debtor.fetch(`${base()}/statement.xlsx`)).bytes);
    expect(rows).toHaveLength(123);
    expect(rows[0]!.slice(0, 3)).toEqual(['Facture', 'Date', 'Échéance']);
    const csv = (await debtor.fetch(`${base()}/statement.csv`)).bytes.toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(124);
    expect(csv).toContain('"100,01"');
  });

  it('sends its supplier ledger, sees what differs, and turns one difference into a dispute and one into a promise', async () => {
    const debtor = await enter();
    const rows = readXlsx((await debtor.fetch(`${base()}/statement.xlsx`)).bytes).slice(1);
    const theirs = rows
      .filter(([number]) => !['FA-2090', 'FA-2030'].includes(number!)) // FA-2090 is missing in their books, and a line we do not have
      .map(([number, issued, due, , amount, , open]) =>
        [
          number,
          issued,
          due,
          number === 'FA-2050' ? '90.00' : amount,
          number === 'FA-2050' ? '90.00' : number === 'FA-2060' ? '0.00' : open,
        ].join(','),
      );
    const file = path.join(folder, 'balance-401.csv');
    await writeFile(
      file,
      ['Invoice number,Invoice date,Due date,Amount,Open amount', ...theirs, 'FA-9999,2026-09-09,2026-10-09,50.00,50.00'].join('\n'),
    );
    await debtor.go(`${base()}/ledger`);
    await faultless(debtor, 'ledger, empty');
    await choose(debtor, file);
    await debtor.follow('Comparer');
    const text = await debtor.text();
    expect(text).toContain('Résultat pour balance-401.csv');
    for (const words of [
      'FA-2090 manque chez vous',
      'FA-2030 manque chez vous',
      'FA-2050 : montants différents',
      'FA-2060 : déjà payée selon vous',
      'FA-9999 est seulement chez vous',
    ])
      expect(text).toContain(words);
    expect(/Écarts trouvés (\d+)/.exec(text)?.[1]).toBe('5');
    await faultless(debtor, 'ledger');

    await debtor.follow('Promettre FA-2030');
    expect(await debtor.text()).toContain('Votre date de paiement est notée');
    await debtor.follow('Déclarer déjà payé FA-2060');
    expect(await debtor.text()).toContain('Joindre un justificatif');
    const proof = path.join(folder, 'virement.pdf');
    await writeFile(proof, pdf('virement'));
    await choose(debtor, proof);
    await debtor.follow('Joindre');
    expect(await debtor.text()).toContain('virement.pdf');
    await debtor.follow('Retour à la comparaison');
    await debtor.follow('Contester FA-2050');
    expect(await debtor.text()).toContain('Votre contestation est notée');
    const disputes = await stage.test.owner(
      `select i.number, d.reason, d.amount_minor::int as amount from disputes d join invoices i on i.id = d.invoice_id where i.number in ('FA-2050', 'FA-2060') order by 1`,
    );
    expect(disputes).toEqual([
      { number: 'FA-2050', reason: 'wrong_amount', amount: 1_050 },
      { number: 'FA-2060', reason: 'already_paid', amount: 10_060 },
    ]);
    const [answer] = await stage.test.owner(
      `select a.kind from invoice_answers a join invoices i on i.id = a.invoice_id where i.number = 'FA-2030'`,
    );
    expect(answer).toEqual({ kind: 'promised' });
    const wrong = path.join(folder, 'photo.csv');
    await writeFile(wrong, '%PDF-1.4 not a table');
    await choose(debtor, wrong);
    await debtor.follow('Comparer');
    expect(await debtor.text()).toContain('Ce fichier n’est ni un CSV ni un XLSX. Aucun argent n’a été débité.');
  });

  it('with scripts on the total follows the boxes', async () => {
    const debtor = await enter({});
    await debtor.go(`${base()}/invoices?q=FA-2040`);
    expect(await debtor.text()).toContain('Aucune facture cochée.');
    await debtor.page.click('.pick input');
    expect(await debtor.text()).toContain('Factures cochées : 1. Total : 100,40 €.');
    expect(debtor.complaints).toEqual([]);
  });
});
