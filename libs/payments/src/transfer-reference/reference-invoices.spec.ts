import { isRfReference } from '@amiable/clients';
import { Performer, RequestContext, type UseCase } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import fc from 'fast-check';
import '../index';
import { RecordTransfer } from '../movement/record-transfer';
import { ReferenceInvoices } from './reference-invoices';
import { rfReferencesIn, selectionReferenceOf } from './selection-reference.rules';

describe('one reference for many invoices', () => {
  let test: TestDatabase;
  let cast: Cast;
  beforeEach(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
  });
  afterEach(() => test.close());

  const debtor = () =>
    new RequestContext(
      'debtor',
      {
        kind: 'debtor',
        id: cast.a.cases[0].debtorId,
        name: 'débiteur',
        clientId: cast.a.id,
        caseId: cast.a.cases[0].caseId,
        brandId: cast.a.brandId,
      },
      'fr',
    );
  const perform = <I, A>(useCase: UseCase<I, A>, input: I, ctx = debtor()) =>
    new Performer(test.database).perform(ctx, cast.a.id, useCase, input);
  const refer = (...invoiceIds: string[]) => perform(new ReferenceInvoices(), { caseId: cast.a.cases[0].caseId, invoiceIds });
  const accountant = () =>
    new RequestContext('agency', { kind: 'staff', id: cast.staff.accountant.id, name: 'Paul', role: 'accountant', portfolio: 'all' }, 'fr');

  it('settles these and no others when the money arrives, as the bank writes it', async () => {
    const { caseId, invoices } = cast.a.cases[0];
    const younger = invoices[1]!; // 333.33, due after the other: the law would pay the older one first
    const { reference } = await refer(younger.id);
    expect(isRfReference(reference)).toBe(true);
    const asPrinted = reference.replace(/(.{4})(?=.)/g, '$1 ');
    await perform(
      new RecordTransfer(),
      { caseId, amount: '333.33', receivedOn: '2026-11-02', bankReference: `VIR SEPA BOULANGERIE MARTIN /REF/${asPrinted}`, direct: false },
      accountant(),
    );
    expect(
      await test.owner(`select number, settled_minor::int as settled from invoices where case_id = $1 order by number`, [caseId]),
    ).toEqual([
      { number: 'FA-101', settled: 0 },
      { number: 'FA-102', settled: 33_333 },
    ]);
  });

  it('is the same for the same choice, another for another; foreign invoices are not found', async () => {
    const [first, second] = cast.a.cases[0].invoices.map(({ id }) => id) as [string, string];
    const both = await refer(first, second);
    expect(await refer(second, first, first)).toEqual(both);
    expect(await refer(first)).not.toEqual(both);
    for (const foreign of [cast.a.cases[1].invoices[0]!.id, cast.b.cases[0].invoices[0]!.id])
      await expect(refer(first, foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(refer()).rejects.toMatchObject({ code: 'NO_INVOICE_CHOSEN' });
  });

  it('is found in any bank line, and nothing else is taken for it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
        fc.integer({ min: 1, max: 9_999 }),
        fc.constantFrom('', ' ', '  '),
        (own, n, gap) => {
          const reference = selectionReferenceOf(own, n);
          const printed = reference.replace(/(.{4})(?=.)/g, `$1${gap}`);
          expect(rfReferencesIn(`virt ${printed.toLowerCase()} merci`)).toContain(reference);
          expect(rfReferencesIn(`/ROC/${printed}/REM/FACTURES`)).toContain(reference);
        },
      ),
    );
    expect(rfReferencesIn('VIREMENT FACTURES F-101 ET F-102, RF00ABC')).toEqual([]);
  });
});
