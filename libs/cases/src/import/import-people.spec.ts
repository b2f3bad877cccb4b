import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { importDesk } from './import.fixture';

let test: TestDatabase;
let cast: Cast;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  desk = importDesk(test, cast);
});
afterAll(() => test.close());

const header =
  'N° facture;Code client;Raison sociale;Type débiteur;Date facture;Échéance;Montant TTC;Téléphone;Forme juridique;RCS;IBAN client;Interlocuteur;Fonction du contact;Email contact;Téléphone contact';
const place = (...lines: string[]) =>
  desk.imports.importFromFile(
    desk.ctx,
    {
      clientId: cast.a.id,
      filename: 'debiteurs.csv',
      source: async function* () {
        yield Buffer.from(`${[header, ...lines].join('\n')}\n`);
      },
    },
    'all_or_nothing',
  );
const line = (number: string, rest: string, kind = 'Entreprise', debtor = 'IP1') =>
  `${number};${debtor};Menuiserie Lenoir;${kind};05/09/2026;05/10/2026;100,00;${rest}`;
const people = (debtor = 'IP1') =>
  test.owner(
    `select c.name, c.role, c.email, c.phone, c.source, d.contacts from debtor_contacts c join debtors d on d.client_id = c.client_id and d.id = c.debtor_id where d.reference = $1 order by c.name`,
    [debtor],
  );
const debtor = async () => (await test.owner(`select * from debtors where reference = 'IP1'`))[0]!;

it('reads legal data and people, completes those it knows by name, and takes nobody off', async () => {
  await place(
    line('IP-1', '0478000001;SARL;RCS Lyon B 404833048;FR76 3000 6000 0112 3456 7890 189;Claire Petit;Comptable;claire@lenoir.example;'),
  );
  expect(await debtor()).toMatchObject({
    legal_form: 'SARL',
    register: 'RCS Lyon B 404833048',
    iban: 'FR7630006000011234567890189',
    data_quality: 20 + 15,
  });
  expect(await people()).toEqual([
    { name: 'Claire Petit', role: 'accountant', email: 'claire@lenoir.example', phone: null, source: 'import', contacts: 1 },
  ]);
  await place(line('IP-2', ';;;;CLAIRE PETIT;;;0478000009'), line('IP-3', ';;;;;;;'));
  await place(line('IP-4', ';;;;Marc Diallo;Gérant;;'));
  expect(await people()).toEqual([
    { name: 'Claire Petit', role: 'accountant', email: 'claire@lenoir.example', phone: '0478000009', source: 'import', contacts: 2 },
    { name: 'Marc Diallo', role: 'director', email: null, phone: null, source: 'import', contacts: 2 },
  ]);
  expect((await debtor()).iban).toBe('FR7630006000011234567890189'); // a blank cell takes nothing away
});

it('says what it leaves out, and names nobody beside a private person', async () => {
  const report = await place(line('IP-5', ';;;FR7630006000011234567890188;Paul Lenoir;Comptable;pas-une-adresse;', 'Particulier', 'IP2'));
  expect(report.counts.warnings).toBe(2);
  expect(await people('IP2')).toEqual([]);
});

it('brings no number back that reached somebody else, however a file writes it', async () => {
  await test.owner(
    `insert into contact_means (client_id, debtor_id, kind, value, source, validity) select client_id, id, 'phone', '+33 4 78 00 00 01', 'call', 'wrong' from debtors where reference = 'IP1'`,
  );
  await test.owner(`update debtors set phone = null where reference = 'IP1'`);
  await place(line('IP-6', '04.78.00.00.01;;;;;;;'));
  expect((await debtor()).phone).toBeNull();
  await place(line('IP-7', '04 78 00 00 02;;;;;;;'));
  expect((await debtor()).phone).toBe('04 78 00 00 02');
});
