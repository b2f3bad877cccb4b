import { Performer } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import { RecordCreditLimit } from '../debtor/record-credit-limit';
import { importDesk } from './import.fixture';

/** What a client lets its debtors owe may stand in its file, beside each invoice. */
let test: TestDatabase;
let cast: Cast;
let desk: ReturnType<typeof importDesk>;

beforeEach(async () => {
  test = await openTestDatabase(); // 2026-11-02
  cast = await seatCast(test);
  desk = importDesk(test, cast);
});
afterEach(() => test.close());

const place = (...lines: string[]) =>
  desk.imports.importFromFile(
    desk.ctx,
    {
      clientId: cast.a.id,
      filename: 'encours.csv',
      source: async function* () {
        yield Buffer.from(
          `${['N° facture;Code client;Raison sociale;Date facture;Échéance;Montant TTC;Plafond d’encours', ...lines].join('\n')}\n`,
        );
      },
    },
    'all_or_nothing',
  );
const line = (number: string, limit: string, debtor = 'LIM1') =>
  `${number};${debtor};Menuiserie Lenoir;05/09/2026;05/10/2026;100,00;${limit}`;
const limits = () =>
  test.owner(
    `select d.reference, l.amount_minor, l.source, l.valid_from::text as "from", l.import_id is not null as imported from credit_limits l
     join debtors d on d.client_id = l.client_id and d.id = l.debtor_id order by l.recorded_at, l.id`,
  );
const looked = async () =>
  (await test.owner(`select dedup_key from outbox where topic = 'exposure.changed' and dedup_key like 'exposure:import-limits:%'`)).length;

it('is recorded in the client’s name, told on the case, and looked at; the last line that says one counts', async () => {
  await place(line('L-1', '5 000,00'), line('L-2', '6 000,00'), line('L-3', ''), line('L-4', '', 'LIM2'));
  expect(await limits()).toEqual([
    { reference: 'LIM1', amount_minor: 600_000n, source: 'Alizé Mobilier', from: '2026-11-02', imported: true },
  ]);
  expect((await desk.story('LIM1')).find(({ kind }) => kind === 'limit.recorded')?.facts).toMatchObject({
    amount: '6000.00',
    currency: 'EUR',
    source: 'Alizé Mobilier',
  });
  expect(await looked()).toBe(1);
});

it('says once what a file repeats, and does not undo by repeating what somebody recorded since', async () => {
  await place(line('L-1', '5 000,00'));
  test.clock.set('2026-11-03');
  await place(line('L-1', '5 000,00'), line('L-2', '5 000,00'));
  expect(await limits()).toHaveLength(1);
  const [{ id: caseId }] = (await desk.casesOf('LIM1')) as [{ id: string }];
  await new Performer(test.database).perform(desk.ctx, cast.a.id, new RecordCreditLimit(), {
    caseId,
    amount: '3000',
    source: 'Assureur',
    until: null,
  });
  test.clock.set('2026-11-04');
  await place(line('L-3', '5 000,00'));
  expect((await limits()).at(-1)).toMatchObject({ amount_minor: 300_000n, source: 'Assureur' });
  test.clock.set('2026-11-05');
  await place(line('L-4', '4 000,00'));
  expect((await limits()).at(-1)).toMatchObject({ amount_minor: 400_000n, source: 'Alizé Mobilier', from: '2026-11-05' });
  expect(await looked()).toBe(2);
});

it('is left out with a warning when it is none, and the invoice is placed all the same; nothing on account is a limit', async () => {
  const report = await place(
    line('L-1', 'illimité'),
    line('L-2', '-5,00', 'LIM2'),
    line('L-3', '100 000 000,01', 'LIM3'),
    line('L-4', '0', 'LIM4'),
  );
  expect(report.counts).toMatchObject({ new: 4, rejected: 0, warnings: 3 });
  expect(await limits()).toEqual([expect.objectContaining({ reference: 'LIM4', amount_minor: 0n })]);
});
