import { castId, openTestDatabase, seatCast, type TestDatabase } from '@amiable/testing';
import { verifyInvariants } from './verify-invariants';
import { plantMoney } from './verify-invariants.fixture';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase();
  await plantMoney(test, await seatCast(test));
});
afterEach(() => test.close());

const broken = async () => (await verifyInvariants(test.database)).filter((finding) => !finding.ok).map(({ name }) => name);
/** With the guards of a table off, as only its owner can; they are on again afterwards. */
const unguarded = (table: string, sql: string) =>
  `alter table ${table} disable trigger user; ${sql}; alter table ${table} enable trigger user`;

const a = castId('client A');
const b = castId('client B');
const paid = castId('movement paid');
const A1 = castId('case A1');

it('finds a sound database sound, with a figure for each invariant', async () => {
  const findings = await verifyInvariants(test.database);
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings.find(({ name }) => name === 'ledger.entries_balance')).toEqual({
    name: 'ledger.entries_balance',
    figure: '3 entries',
    ok: true,
    warning: false,
    detail: '',
  });
  expect(findings.filter(({ figure }) => figure.startsWith('0 ')).map(({ name }) => name)).toEqual([
    'money.refunds_sent_have_moved',
    'cases.closed_as_paid_owe_nothing',
    'outbox.no_dead_letters',
  ]);
});

const breaks: ReadonlyArray<readonly [name: string, sql: string, ...more: string[]]> = [
  [
    'ledger.entries_balance',
    unguarded(
      'ledger_lines',
      `update ledger_lines set amount_minor = amount_minor + 1 where account = 'PSP_CLEARING' and amount_minor > 0`,
    ),
    'ledger.balances_are_sums',
    'ledger.trust_identity',
  ],
  [
    'ledger.accounts_in_their_book',
    unguarded('ledger_lines', `update ledger_lines set account = 'VAT_DUE' where account = 'PSP_CLEARING' and amount_minor < 0`),
    'ledger.balances_are_sums',
  ],
  ['ledger.balances_are_sums', `update ledger_balances set balance_minor = balance_minor - 1 where account = 'CLIENT_PAYABLE'`],
  [
    'ledger.client_payable_never_negative',
    unguarded(
      'ledger_lines',
      `update ledger_lines set amount_minor = case account when 'CLIENT_PAYABLE' then 120001 else -120001 end where amount_minor in (20000, -20000)`,
    ),
    'ledger.balances_are_sums',
    'ledger.coverage',
  ],
  [
    'ledger.own_mirrors_trust',
    unguarded(
      'ledger_lines',
      `update ledger_lines set amount_minor = sign(amount_minor) * 174 where account in ('PSP_FEES', 'OWN_DUE_FROM_TRUST')`,
    ),
    'ledger.balances_are_sums',
  ],
  [
    'ledger.each_trust_movement_has_its_entry',
    unguarded('ledger_entries', `update ledger_entries set source_id = 'stripe:ch_2' where source_id = 'stripe:re_1'`),
    'ledger.movement_entries_have_their_movement',
  ],
  ['money.each_payment_has_a_receipt_number', unguarded('movements', `update movements set receipt_number = null`)],
  [
    'money.refunds_within_their_payment',
    unguarded('movements', `update movements set amount_minor = -120001 where kind = 'refund'`),
    'money.allocated_within_the_movement',
    'money.nothing_left_over_while_owed',
    'money.remittances_are_their_lines',
  ],
  [
    'money.allocated_within_the_movement',
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on) values ('${a}', '${castId('invoice A1.1')}', '${A1}', 'movement', '${paid}', 100, '2026-11-02')`,
    'money.nothing_left_over_while_owed',
  ],
  [
    'money.nothing_left_over_while_owed',
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on) values ('${a}', '${castId('invoice A1.1')}', '${A1}', 'movement', '${paid}', -100, '2026-11-02')`,
  ],
  ['money.invoices_settled_by_their_allocations', `update invoices set settled_minor = settled_minor + 1 where number = 'FA-101'`],
  [
    'money.invoices_never_settled_beyond_their_amount',
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on) values ('${a}', '${castId('invoice A1.1')}', '${A1}', 'client_declared', '${paid}', 999999, '2026-11-02')`,
  ],
  [
    'money.fees_are_base_times_percent',
    unguarded('fees', `update fees set amount_minor = 11999 where amount_minor = 12000`),
    'money.remittances_are_their_lines',
  ],
  ['money.each_movement_has_its_fee', unguarded('fees', `delete from fees where amount_minor < 0`), 'money.remittances_are_their_lines'],
  ['money.remittances_are_their_lines', `update remittances set paid_out_minor = paid_out_minor + 1`],
  [
    'money.no_movement_remitted_twice',
    `alter table remittance_lines drop constraint remittance_lines_pkey; insert into remittance_lines select * from remittance_lines limit 1`,
    'money.remittances_are_their_lines',
  ],
  ['cases.open_is_the_sum_of_invoices', `update cases set open_minor = open_minor + 1 where id = '${A1}'`],
  ['cases.exposures_are_what_is_owed', `update exposures set exposure_minor = exposure_minor - 1`],
  ['cases.no_orphan', `delete from schedules where case_id = '${A1}'; delete from work_items where case_id = '${A1}'`],
  [
    'cases.closed_as_paid_owe_nothing',
    `update cases set state = 'closed', close_reason = 'paid', closed_on = '2026-11-02' where id = '${A1}'`,
  ],
  [
    'cases.disputed_within_the_open_amount',
    `insert into disputes (client_id, id, case_id, invoice_id, reason, amount_minor, due_on, state, opened_by, opened_on) values ('${a}', '${paid}', '${A1}', '${castId('invoice A1.1')}', 'other', 5, '2026-11-12', 'open', 'staff', '2026-11-02')`,
  ],
  ['messages.each_sent_one_is_archived', `update messages set document_id = null`],
  ['references.lead_somewhere', `insert into run_skips values ('${a}', '${castId('nowhere')}', '2026-11-02', 1, 'paid')`],
  [
    'allocations.have_their_movement',
    `insert into allocations (client_id, invoice_id, case_id, source_kind, source_id, amount_minor, effective_on) values ('${b}', '${castId('invoice B1.1')}', '${castId('case B1')}', 'movement', '${paid}', 5, '2026-11-02')`,
    'money.nothing_left_over_while_owed',
  ],
  ['tenancy.each_table_is_behind_the_wall', `alter table debtors no force row level security`],
  ['tenancy.each_table_is_behind_the_wall', `create table leak (client_id uuid not null primary key)`],
  ['tenancy.each_table_is_behind_the_wall', `alter policy tenant on debtors using (true)`],
  ['tenancy.no_other_policy', `create policy friendly on debtors for select using (true)`, 'tenancy.each_client_sees_all_of_itself_alone'],
  [
    'tenancy.foreign_keys_carry_the_client',
    `alter table brands add unique (id); alter table cases add constraint loose foreign key (brand_id) references brands (id)`,
  ],
  [
    'tenancy.keys_begin_with_the_client',
    `alter table run_skips drop constraint run_skips_pkey; alter table run_skips add primary key (case_id, day)`,
  ],
  [
    'tenancy.each_client_sees_all_of_itself_alone',
    `create policy narrow on cases as restrictive to amiable_tenant using (open_minor > 100000)`,
    'tenancy.no_other_policy',
  ],
  ['roles.are_no_masters', `grant create on schema public to amiable_worker`],
  ['roles.append_only_stays', `grant delete on ledger_lines to amiable_worker`],
  ['roles.no_truncate_no_triggers', `grant truncate on cases to amiable_agency`],
  ['roles.the_auditor_writes_nothing', `grant update on cases to amiable_auditor`],
  ['roles.guards_are_on', `alter table ledger_lines disable trigger ledger_lines_stay`],
  ['roles.definer_functions_are_fixed', `create function handy() returns int language sql security definer as 'select 1'`],
  ['documents.bytes_are_as_archived', unguarded('documents', `update documents set bytes = 'Bonsoir'`)],
];

it.each(breaks)('names %s when it is broken', async (name, sql, ...more) => {
  await test.owner(sql);
  const names = await broken();
  expect(names).toContain(name);
  expect(names.filter((other) => other !== name && !more.includes(other))).toEqual([]);
});

it('warns of a refund that was sent and never moved', async () => {
  await test.owner(
    `insert into refunds (client_id, id, case_id, movement_id, state, amount_minor, currency, reason, asked_by, asked_by_name, asked_at, decided_at, provider_ref)
     values ($1, $2, $3, $4, 'done', 500, 'EUR', 'x', $2, 'L', now(), now(), 'stripe:re_9')`,
    [a, castId('refund of nothing'), A1, paid],
  );
  const findings = await verifyInvariants(test.database);
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings.find(({ name }) => name === 'money.refunds_sent_have_moved')).toMatchObject({ warning: true });
});

it('warns of a rate that is not kept, as soon as a mandate claims interest', async () => {
  const warned = async () => (await verifyInvariants(test.database)).filter(({ name, warning }) => warning && name.startsWith('late.'));
  await test.owner(`delete from late_rates where half_year = '2025-2'`);
  expect(await warned()).toEqual([]);
  await test.owner(`update mandates set late_interest = true where client_id = $1`, [a]);
  expect((await warned())[0]).toMatchObject({ name: 'late.rates_are_known', ok: true });
  expect((await warned())[0]!.detail).toContain('2025-2');
});

it('warns of dead letters and of a top-up without calling them faults', async () => {
  await test.owner(
    `insert into outbox (client_id, topic, dedup_key, payload, dead_at, error) values ($1, 'message.send', 'k', '{}', now(), 'no such mailbox')`,
    [a],
  );
  const findings = await verifyInvariants(test.database);
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings.filter(({ warning }) => warning)).toEqual([
    {
      name: 'ledger.top_up_needed',
      figure: '1 currencies',
      ok: true,
      warning: true,
      detail: '1 bad: EUR: the agency owes the trust account 175',
    },
    {
      name: 'outbox.no_dead_letters',
      figure: '1 pieces of work',
      ok: true,
      warning: true,
      detail: '1 bad: message.send k: no such mailbox',
    },
  ]);
});
