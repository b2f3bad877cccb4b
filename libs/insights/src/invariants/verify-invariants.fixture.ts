import { castId, plant, type Cast, type TestDatabase } from '@amiable/testing';

const day = '2026-11-02';

/** A paid card payment, a refund, a sent e-mail, a remittance and a debtor with a limit at client A, true in every column. */
export async function plantMoney(test: TestDatabase, { a }: Cast): Promise<void> {
  const own = { client_id: a.id };
  const theCase = a.cases[0];
  const invoice = theCase.invoices[0]!;
  const [paid, refund] = [castId('movement paid'), castId('movement refund')];
  const money = { ...own, case_id: theCase.caseId, currency: 'EUR', effective_on: day, method: 'card' };
  await plant(test, 'movements', [
    { ...money, id: paid, kind: 'payment', source_key: 'stripe:ch_1', reverses: null, amount_minor: 120000n, receipt_number: 'Q-1' },
  ]);
  await plant(test, 'movements', [
    { ...money, id: refund, kind: 'refund', source_key: 'stripe:re_1', reverses: paid, amount_minor: -20000n },
  ]);
  await plant(
    test,
    'allocations',
    [paid, refund].map((source_id, i) => ({
      ...own,
      invoice_id: invoice.id,
      case_id: theCase.caseId,
      source_kind: 'movement',
      source_id,
      amount_minor: [120000n, -20000n][i],
      effective_on: day,
    })),
  );
  await plant(
    test,
    'fees',
    [paid, refund].map((movement_id, i) => ({
      ...own,
      movement_id,
      base_minor: [120000n, -20000n][i],
      percent: '10',
      amount_minor: [12000n, -2000n][i],
      currency: 'EUR',
    })),
  );
  await postEntry(test, a.id, 'movement', 'stripe:ch_1', 'trust', [
    ['PSP_CLEARING', 119825n],
    ['DUE_TO_OWN', 175n],
    ['CLIENT_PAYABLE', -120000n],
  ]);
  await postEntry(test, a.id, 'movement', 'stripe:ch_1', 'own', [
    ['PSP_FEES', 175n],
    ['OWN_DUE_FROM_TRUST', -175n],
  ]);
  await postEntry(test, a.id, 'movement', 'stripe:re_1', 'trust', [
    ['PSP_CLEARING', -20000n],
    ['CLIENT_PAYABLE', 20000n],
  ]);
  await plant(test, 'remittances', [
    {
      ...own,
      id: castId('remittance'),
      number: 'R-1',
      mode: 'net',
      as_of: day,
      currency: 'EUR',
      funds_minor: 100000n,
      fees_minor: 10000n,
      vat_percent: '20',
      vat_minor: 2000n,
      paid_out_minor: 88000n,
      state: 'ordered',
    },
  ]);
  await plant(
    test,
    'remittance_lines',
    [paid, refund].map((movement_id) => ({ ...own, remittance_id: castId('remittance'), movement_id })),
  );
  await test.owner(
    `insert into documents (client_id, id, case_id, kind, filename, content_type, sha256, bytes) values ($1, $2, $3, 'email', 'a.eml', 'message/rfc822', sha256('Bonjour'), 'Bonjour')`,
    [a.id, castId('document'), theCase.caseId],
  );
  await plant(test, 'messages', [
    {
      ...own,
      id: castId('message'),
      case_id: theCase.caseId,
      channel: 'email',
      template: 'reminder_1',
      subject: 'Relance',
      state: 'sent',
      not_before: day,
      sent_at: day,
      document_id: castId('document'),
    },
  ]);
  const limit = { ...own, debtor_id: a.cases[1].debtorId };
  const [limitId, recorded] = [castId('limit'), '2026-11-01T08:00:00Z'];
  await plant(test, 'credit_limits', [
    { ...limit, id: limitId, amount_minor: 200000n, currency: 'EUR', source: 'Assureur', valid_from: day, recorded_at: recorded },
  ]);
  await plant(test, 'exposures', [
    { ...limit, limit_id: limitId, limit_minor: 200000n, currency: 'EUR', exposure_minor: a.cases[1].openMinor, looked_at: recorded },
  ]);
}

/** One entry, in one statement as the owner. */
export async function postEntry(
  test: TestDatabase,
  clientId: string,
  sourceKind: string,
  sourceId: string,
  book: string,
  lines: ReadonlyArray<readonly [string, bigint]>,
): Promise<void> {
  const id = castId(`entry ${book} ${sourceId}`);
  await test.owner(
    `with e as (insert into ledger_entries (client_id, id, book, kind, source_kind, source_id, currency, effective_on) values ($1, $2, $3, 'test', $4, $5, 'EUR', '${day}') returning id),
     l as (select n, account, minor from unnest($6::text[], $7::bigint[]) with ordinality as l(account, minor, n))
     insert into ledger_lines (client_id, entry_id, line_no, account, amount_minor) select $1, e.id, n, account, minor from e, l`,
    [clientId, id, book, sourceKind, sourceId, lines.map(([account]) => account), lines.map(([, minor]) => minor.toString())],
  );
}
