import fc from 'fast-check';
import iconv from 'iconv-lite';
import { writeXlsx, type Sheet } from '@amiable/platform';
import { compareLedgers } from './compare-ledgers.rules';
import { looseNumber, namesInvoice, plainNumber } from './invoice-number.rules';
import { readSupplierLedger } from './read-supplier-ledger';
import type { Difference, OurInvoice, OurLedger, TheirLine } from './supplier-ledger.types';
import { ourSide, planted, theirSideCsv } from './twelve-differences.fixture';

const at = { today: '2026-11-20', currency: 'EUR' };
const csv = async (text: string | Buffer) => (await readSupplierLedger({ bytes: Buffer.from(text), kind: 'csv' }, at)).lines;
const told = (differences: readonly Difference[]) => differences.map(({ kind, ours, theirs }) => [kind, ours?.number ?? theirs?.number]);
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'read',
    (error: { code: string }) => error.code,
  );

describe('twelve planted differences: all found, none false', () => {
  it.each(['windows-1252', 'utf-8', 'utf-16le'] as const)('in a CSV of a French accounting program, %s', async (encoding) => {
    const { differences, agreed, oursOpen, theirsOpen } = compareLedgers(
      ourSide,
      await csv(iconv.encode(theirSideCsv, encoding, { addBOM: encoding !== 'windows-1252' })),
    );
    expect(told(differences)).toEqual([...planted, ['number', 'F-2026-0113']]);
    expect(agreed).toHaveLength(ourSide.invoices.length - 11);
    expect(oursOpen).toBe(1_241_691n);
    expect(theirsOpen).not.toBeNull();
  });

  it('in a workbook with English headers and columns in another order, lines in another order', async () => {
    const lines = await csv(theirSideCsv);
    const sheet: Sheet = {
      name: 'AP',
      columns: [
        { title: 'Currency', kind: 'text' },
        { title: 'Open amount', kind: 'amount' },
        { title: 'Invoice number', kind: 'text' },
        { title: 'Due date', kind: 'day' },
        { title: 'Document type', kind: 'text' },
        { title: 'Amount', kind: 'amount' },
        { title: 'Invoice date', kind: 'day' },
      ],
      rows: lines
        .toReversed()
        .map((line) => [
          line.currency,
          line.open,
          line.number,
          line.dueOn,
          line.kind === 'credit_note' ? 'Credit note' : 'Invoice',
          line.amount,
          line.on,
        ]),
    };
    const pieces: Buffer[] = [];
    for await (const piece of writeXlsx(sheet)) pieces.push(piece);
    const read = await readSupplierLedger({ bytes: Buffer.concat(pieces), kind: 'xlsx' }, at);
    expect(read.unread).toEqual([]);
    expect(told(compareLedgers(ourSide, read.lines).differences)).toEqual([...planted, ['number', 'F-2026-0113']]);
  });

  it('each says the amount in question', async () => {
    const { differences } = compareLedgers(ourSide, await csv(theirSideCsv));
    const amount = Object.fromEntries(differences.map((difference) => [difference.kind, difference.amount]));
    expect(amount).toEqual({
      missing_theirs: 84_250n,
      amount: 10_000n,
      credit_unapplied: 9_000n,
      paid_by_them: 31_890n,
      paid_part_by_them: 150_000n,
      currency: 67_890n,
      missing_ours: 64_000n,
      paid_ours: 18_000n,
      sign: 76_000n,
      duplicate: 12_345n,
      rounding: 3n,
      date: 0n,
      number: 0n,
    });
    expect(new Set(differences.map(({ key }) => key)).size).toBe(differences.length);
  });
});

describe('books that are written otherwise', () => {
  const three: OurLedger = {
    invoices: [
      {
        id: '1',
        number: 'FA-0042',
        kind: 'invoice',
        issuedOn: '2026-01-05',
        dueOn: '2026-02-04',
        amount: 10_000n,
        open: 10_000n,
        currency: 'EUR',
      },
      {
        id: '2',
        number: 'FA-0043',
        kind: 'invoice',
        issuedOn: '2026-01-12',
        dueOn: '2026-02-11',
        amount: 25_050n,
        open: 25_050n,
        currency: 'EUR',
      },
      {
        id: '3',
        number: 'FA-0044',
        kind: 'invoice',
        issuedOn: '2026-01-19',
        dueOn: '2026-02-18',
        amount: 7_500n,
        open: 7_500n,
        currency: 'EUR',
      },
    ],
    payments: [],
  };
  const compared = async (text: string, ours = three) => told(compareLedgers(ours, await csv(text)).differences);

  it('debit and credit with a running balance: a payment of theirs is found by the number in its words', async () => {
    const text = `Date;Pièce;Libellé;Débit;Crédit;Solde
05/01/2026;AC001;Facture FA-0042;;100,00;-100,00
12/01/2026;AC002;Facture FA-0043;;250,50;-350,50
19/01/2026;AC003;Facture FA 0044;;75,00;-425,50
28/01/2026;BQ007;Virement FA-0043;250,50;;-175,00`;
    expect(await compared(text)).toEqual([['paid_by_them', 'FA-0043']]);
  });

  it('the same book seen from our side: what is owed stands under debit', async () => {
    const text = `Date;N° pièce;Libellé;Débit;Crédit
05/01/2026;FA-0042;Vente;100,00;
12/01/2026;FA-0043;Vente;250,50;
19/01/2026;FA-0044;Vente;75,00;
28/01/2026;FA-0044;Règlement;;25,00`;
    expect(await compared(text)).toEqual([['paid_part_by_them', 'FA-0044']]);
  });

  it('a payment without a number that we did receive is no difference; one that we did not is', async () => {
    const text = `Date,Document type,Document number,Description,Amount
2026-01-05,Invoice,FA-0042,,100.00
2026-01-12,Invoice,FA-0043,,250.50
2026-01-19,Invoice,FA-0044,,75.00
2026-01-30,Payment,,Bank transfer,-100.00`;
    const received = {
      ...three,
      invoices: three.invoices.map((i) => (i.id === '1' ? { ...i, open: 0n } : i)),
      payments: [{ on: '2026-02-01', amount: 10_000n }],
    };
    expect((await compared(text)).filter(([kind]) => kind === 'paid_by_them')).toEqual([['paid_by_them', '']]);
    expect((await compared(text, received)).filter(([kind]) => kind === 'paid_by_them')).toEqual([]);
  });

  it('a list that says nothing of payments yields nothing about payments', async () => {
    expect(
      await compared('Invoice number,Invoice date,Amount\nFA-0042,2026-01-05,100.00\nFA-0043,2026-01-12,250.50\nFA-0044,2026-01-19,75.00'),
    ).toEqual([]);
  });

  it('a state column or a clearing code says what is paid', async () => {
    expect(
      await compared(
        'Facture;Date;Montant;Statut\nFA-0042;05/01/2026;100,00;Payée\nFA-0043;12/01/2026;250,50;Non payée\nFA-0044;19/01/2026;75,00;À payer',
      ),
    ).toEqual([['paid_by_them', 'FA-0042']]);
    expect(
      await compared('Facture;Date;Montant;Lettrage\nFA-0042;05/01/2026;100,00;\nFA-0043;12/01/2026;250,50;AA\nFA-0044;19/01/2026;75,00;'),
    ).toEqual([['paid_by_them', 'FA-0043']]);
  });

  it('two digits swapped are a remark when amount and day agree; two candidates are none', async () => {
    expect(await compared('Facture;Date;Montant\nFA-0024;05/01/2026;100,00\nFA-0043;12/01/2026;250,50\nFA-0044;19/01/2026;75,00')).toEqual([
      ['number', 'FA-0042'],
    ]);
    const twins: OurLedger = {
      ...three,
      invoices: three.invoices.map((i) => ({ ...i, amount: 10_000n, open: 10_000n, issuedOn: '2026-01-05' })),
    };
    expect((await compared('Facture;Date;Montant\nX1;05/01/2026;100,00', twins)).map(([kind]) => kind)).toEqual([
      'missing_theirs',
      'missing_theirs',
      'missing_theirs',
      'missing_ours',
    ]);
  });

  it('is told what is wrong with a file that is no ledger', async () => {
    expect(await refusal(csv(''))).toBe('LEDGER_UNREADABLE');
    expect(await refusal(csv('%PDF-1.7 ...'))).toBe('LEDGER_UNREADABLE');
    expect(await refusal(csv('Nom;Ville\nLumen;Paris\nNord;Lille'))).toBe('LEDGER_NO_NUMBER');
    expect(await refusal(csv('Facture;Date\nF-1;01/01/2026\nF-2;02/01/2026'))).toBe('LEDGER_NO_AMOUNT');
    expect(await refusal(csv('Facture;Date;Montant\nF-1;01/01/2026;abc\nF-2;02/01/2026;'))).toBe('LEDGER_EMPTY');
    expect(await refusal(csv(`Facture;Montant\n${'F-1;1,00\n'.repeat(5_001)}`))).toBe('LEDGER_TOO_LONG');
    const { unread } = await readSupplierLedger(
      { bytes: Buffer.from('Facture;Date;Montant\nF-1;01/01/2026;1,00\nF-2;02/01/2026;deux\n'), kind: 'csv' },
      at,
    );
    expect(unread).toEqual([3]);
  });
});

describe('numbers', () => {
  it.each([
    ['fa 2026/042', 'FA2026042', '2026-42'],
    ['F-2026-0042', 'F20260042', '2026-42'],
    ['n° 000123', 'N000123', '123'],
    ['sans', 'SANS', ''],
  ])('%s', (typed, plain, loose) => {
    expect(plainNumber(typed)).toBe(plain);
    expect(looseNumber(typed)).toBe(loose);
  });

  it('are found in words, whole and not as a part of another', () => {
    expect(namesInvoice('Virement FA 0042 et FA-0043', 'FA-0042')).toBe(true);
    expect(namesInvoice('Virement (FA-0043)', 'FA0043')).toBe(true);
    expect(namesInvoice('Virement FA-00421', 'FA-0042')).toBe(false);
    expect(namesInvoice('2026', '202')).toBe(false);
  });
});

describe('our own book, reformatted and shuffled', () => {
  const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
  const ledger = fc
    .uniqueArray(
      fc.record({
        n: fc.integer({ min: 1, max: 99_999 }),
        cents: fc.integer({ min: 6, max: 9_999_999 }),
        issued: fc.nat(300),
        terms: fc.nat(90),
        paid: fc.constantFrom(0n, 0n, 1n, 2n),
        credit: fc.boolean(),
      }),
      { selector: (one) => one.n, minLength: 1, maxLength: 40 },
    )
    .map((rows) =>
      rows.map(({ n, cents, issued, terms, paid, credit }): OurInvoice => {
        const amount = credit && n % 5 === 0 ? -BigInt(cents) : BigInt(cents);
        return {
          id: String(n),
          number: `FA-2026-${String(n).padStart(5, '0')}`,
          kind: amount < 0n ? 'credit_note' : 'invoice',
          issuedOn: day(issued),
          dueOn: day(issued + terms),
          amount,
          open: amount < 0n ? amount : amount - (amount * paid) / 2n,
          currency: 'EUR',
        };
      }),
    );
  const french = (minor: bigint) =>
    `${minor < 0n ? '-' : ''}${String((minor < 0n ? -minor : minor) / 100n).replace(/\B(?=(\d{3})+$)/g, ' ')},${String((minor < 0n ? -minor : minor) % 100n).padStart(2, '0')}`;
  const english = (minor: bigint) =>
    french(minor)
      .replaceAll(' ', ',')
      .replace(/,(\d\d)$/, '.$1');
  const slashed = (iso: string) => iso.split('-').reverse().join('/');
  const spellings = [
    (n: string) => n,
    (n: string) => n.replaceAll('-', ' '),
    (n: string) => n.toLowerCase(),
    (n: string) => n.replaceAll('-', '/'),
  ];

  it('shows no difference, whatever the layout', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, fc.boolean(), fc.nat(3), fc.infiniteStream(fc.nat()), async (invoices, inFrench, spelling, noise) => {
        const keyed = invoices.map((invoice) => ({ invoice, key: noise.next().value as number })).sort((a, b) => a.key - b.key);
        const quoted = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(inFrench ? ';' : ',');
        const header = inFrench
          ? ['Échéance', 'N° facture', 'Reste dû', 'Date facture', 'Montant TTC']
          : ['Due date', 'Invoice number', 'Open amount', 'Invoice date', 'Amount'];
        const body = keyed.map(({ invoice: i }) => {
          const number = spellings[spelling]!(i.number);
          return inFrench
            ? [slashed(i.dueOn), number, french(i.open), slashed(i.issuedOn), french(i.amount)]
            : [i.dueOn, number, english(i.open), i.issuedOn, english(i.amount)];
        });
        const text = [header, ...body].map(quoted).join('\n');
        const { differences, agreed, oursOpen, theirsOpen } = compareLedgers({ invoices, payments: [] }, await csv(text));
        expect(told(differences)).toEqual([]);
        expect(agreed).toHaveLength(invoices.length);
        expect(theirsOpen).toBe(oursOpen);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in any order of lines', () => {
    const line = (n: number): TheirLine => ({
      line: n,
      kind: 'invoice',
      number: `F-2026-0${100 + n}`,
      text: '',
      on: null,
      dueOn: null,
      amount: BigInt(n) * 5_000n,
      open: BigInt(n) * 2_500n,
      currency: 'EUR',
    });
    const lines = Array.from({ length: 12 }, (_, i) => line(i + 1));
    const once = told(compareLedgers(ourSide, lines).differences);
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) =>
        expect(told(compareLedgers(ourSide, shuffled).differences)).toEqual(once),
      ),
      { numRuns: 40 },
    );
  });
});
