import { recordMovements, type MoneyFact } from '@amiable/payments';
import { RequestContext } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import './client-face.abilities';
import { ClientHomeQueries } from './client-home.queries';

/** Taux de liquidation, the golden of domain.md 4.3: the batch of January, 50,000 placed, month by month. */
let test: TestDatabase;
let cast: Cast;
beforeEach(async () => {
  test = await openTestDatabase();
  cast = await seatCast(test);
  // One case of 50,000.00 is all that was placed.
  await test.owner(`update invoices set case_id = null where client_id = $1`, [cast.a.id]);
  await test.owner(`update invoices set case_id = $1, amount_minor = 5000000 where id = $2`, [
    cast.a.cases[0].caseId,
    cast.a.cases[0].invoices[0]!.id,
  ]);
});
afterEach(() => test.close());

const rate = async () => {
  const { id, name } = cast.a.owner;
  const ctx = new RequestContext('client', { kind: 'client', id, name, role: 'owner', clientId: cast.a.id }, 'fr');
  return (await new ClientHomeQueries(test.database).home(ctx)).recoveryRate;
};
const record = (month: number, amountMinor: bigint, more: Partial<MoneyFact> = {}) =>
  test.database.acrossClientsAsWorker((db) =>
    recordMovements(db, [
      {
        clientId: cast.a.id,
        caseId: cast.a.cases[0].caseId,
        kind: 'payment',
        method: 'transfer',
        sourceKey: `bank:${month}`,
        amountMinor,
        providerFeeMinor: 0n,
        currency: 'EUR',
        effectiveOn: `2026-${String(month).padStart(2, '0')}-15`,
        ...more,
      },
    ]),
  );

it('gross recoveries of placements: 10, 25, 33, 38, 40.00 % from M0 to M4, and 39.40 % after a chargeback of 300', async () => {
  const rates = [await rate()];
  for (const [month, euros] of [5_000n, 7_500n, 4_000n, 2_500n, 1_000n].entries()) {
    await record(month + 1, euros * 100n);
    rates.push(await rate());
  }
  expect(rates.map(Number)).toEqual([0, 10, 25, 33, 38, 40]);
  expect(rates.at(-1)).toBe('40.00');
  await record(6, -30_000n, { kind: 'chargeback', reversesKey: 'bank:5' });
  expect(await rate()).toBe('39.40');
});
