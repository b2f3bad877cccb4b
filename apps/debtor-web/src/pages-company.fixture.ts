import type {
  Claim,
  DebtorPage,
  Frame,
  InvoiceAct,
  InvoiceChoice,
  InvoiceList,
  LedgerComparison,
  LedgerDifference,
  LedgerDifferenceKind,
  ListedLine,
} from '../../../libs/web-kit/src/debtor-pages';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

const states: readonly ListedLine['state'][] = ['overdue', 'due', 'promised', 'in_process', 'disputed', 'settled'];

/** A page of fifty of a company's 512 invoices, no two alike. */
export function linesOf(count: number): ListedLine[] {
  return Array.from({ length: count }, (_, i) => {
    const state = states[(i * 7) % states.length]!;
    const amount = `${1_000 + ((i * 7_919) % 9_000)}.${String((i * 37) % 100).padStart(2, '0')}`;
    return {
      key: `k${String((i * 7_919) % 99_991).padStart(5, 'x')}`,
      number: `F-2026-${String(4_000 + i * 3).padStart(5, '0')}`,
      issuedOn: `2026-0${1 + (i % 9)}-${String(1 + (i % 28)).padStart(2, '0')}`,
      dueOn: `2026-1${i % 3}-${String(1 + ((i * 5) % 28)).padStart(2, '0')}`,
      amount: eur(amount),
      open: state === 'settled' ? eur('0.00') : i % 9 === 0 ? eur('500.00') : eur(amount),
      state,
      answeredFor: state === 'promised' || state === 'in_process' ? '2026-12-10' : null,
      choosable: state !== 'settled' && state !== 'disputed',
      chosen: i % 4 === 0 && state !== 'settled' && state !== 'disputed',
      document: i % 3 === 0 ? { id: `Cd${'x'.repeat(36)}${String(i).padStart(6, '0')}`, kind: 'invoice', isPdf: true } : null,
    };
  });
}

export const listOf = (change: Partial<InvoiceList> = {}): InvoiceList => ({
  q: '',
  show: 'all',
  sort: 'due',
  page: 1,
  pages: 1,
  all: 12,
  found: 12,
  foundOpen: eur('48211.17'),
  lines: linesOf(12),
  chosenElsewhere: '',
  choice: { keys: 'kxxxx0.kxxxx1', count: 2, total: eur('2321.40'), numbers: ['F-2026-04000', 'F-2026-04012'] },
  ...change,
});

const kinds: readonly LedgerDifferenceKind[] = [
  'missing_theirs',
  'amount',
  'credit_unapplied',
  'paid_by_them',
  'paid_part_by_them',
  'currency',
  'missing_ours',
  'paid_ours',
  'sign',
  'duplicate',
  'rounding',
  'date',
  'number',
];

function differenceOf(kind: LedgerDifferenceKind, i: number): LedgerDifference {
  return {
    key: `${kind}:F20260${100 + i}:${i + 4}`,
    kind,
    number: `F-2026-0${100 + i}`,
    theirNumber: `2026/${100 + i}`,
    amount: eur('120.05'),
    ours: eur('1000.00'),
    theirs: kind === 'currency' ? { amount: '1000.00', currency: 'USD' } : eur('879.95'),
    oursOn: '2026-05-04',
    theirsOn: '2026-06-04',
    line: i + 4,
    acts:
      kind === 'missing_theirs'
        ? ['dispute', 'promise']
        : kind.startsWith('paid_') && kind !== 'paid_ours'
          ? ['paid']
          : kind === 'date' || kind === 'rounding'
            ? ['promise']
            : kind === 'amount'
              ? ['dispute', 'promise']
              : [],
    against: kind === 'credit_unapplied' ? 'F-2026-0101' : null,
    acted: kind === 'currency',
    document: kind === 'missing_theirs' ? { id: 'doc-1', kind: 'invoice', isPdf: true } : null,
  };
}

export const comparisonOf = (change: Partial<LedgerComparison> = {}): LedgerComparison => ({
  filename: 'balance-401.csv',
  lines: 24,
  unread: [7, 31],
  agreed: 11,
  agreedKeys: 'kxxxx0.kxxxx1',
  oursOpen: eur('12416.91'),
  theirsOpen: eur('9310.20'),
  count: kinds.length,
  differences: kinds.map(differenceOf),
  page: 1,
  pages: 1,
  firstDay: '2026-11-24',
  lastDay: '2027-01-23',
  suggestedDay: '2026-12-04',
  ...change,
});

/** The pages of a company's accountant, in every state. */
export function companyPages(frame: (path: string) => Frame, csrf: string, claim: Claim): Record<string, DebtorPage> {
  const documents = {
    ...claim,
    lines: claim.lines.map((line, i) => ({
      ...line,
      documents: [{ id: `doc-${i}`, kind: i === 0 ? ('invoice' as const) : ('delivery_note' as const), isPdf: i === 0 }],
    })),
  };
  const many: Claim = {
    ...claim,
    lines: Array.from({ length: 60 }, (_, i) => ({ ...claim.lines[i % 2]!, invoiceId: `i-${i}`, number: `F-${3_000 + i}` })),
  };
  const choice: InvoiceChoice = {
    keys: 'kxxxx0.kxxxx1',
    count: 9,
    total: eur('2321.40'),
    numbers: ['F-1', 'F-2', 'F-3', 'F-4', 'F-5', 'F-6'],
  };
  const invoices = (change: Partial<Extract<DebtorPage, { kind: 'invoices' }>> = {}): DebtorPage => ({
    ...frame('/invoices'),
    kind: 'invoices',
    csrf,
    claim: documents,
    list: listOf(),
    done: null,
    error: null,
    ...change,
  });
  const answer = (act: InvoiceAct, change: Partial<Extract<DebtorPage, { kind: 'answer_invoices' }>> = {}): DebtorPage => ({
    ...frame('/invoices/answer'),
    kind: 'answer_invoices',
    csrf,
    claim,
    act,
    choice,
    day: '',
    firstDay: '2026-11-24',
    lastDay: '2027-01-23',
    answerBy: '2026-12-08',
    reason: '',
    note: '',
    error: null,
    ...change,
  });
  const ledger = (change: Partial<Extract<DebtorPage, { kind: 'ledger' }>> = {}): DebtorPage => ({
    ...frame('/ledger'),
    kind: 'ledger',
    answerBy: '2026-12-08',
    csrf,
    claim,
    comparison: comparisonOf(),
    done: null,
    error: null,
    ...change,
  });
  const failed = (code: string, facts: Record<string, string> = {}) => ({ error: { code, facts } });
  return {
    'claim-with-documents': { ...frame('/claim'), kind: 'claim', csrf, claim: documents, notice: null },
    'claim-many-lines': { ...frame('/claim'), kind: 'claim', csrf, claim: many, notice: null },
    'pay-many-lines': {
      ...frame('/pay'),
      kind: 'pay',
      csrf,
      claim: many,
      chosen: 'all',
      part: '',
      invoiceIds: [],
      error: null,
      inFlight: null,
    },
    invoices: invoices(),
    'invoices-page-2': invoices({
      list: listOf({
        page: 2,
        pages: 11,
        all: 512,
        found: 512,
        lines: linesOf(50),
        chosenElsewhere: 'kxxxx7.kxxxx9',
        q: '2026',
        show: 'open',
        sort: 'largest',
      }),
    }),
    'invoices-none-found': invoices({
      list: listOf({
        q: 'zz',
        found: 0,
        foundOpen: eur('0.00'),
        lines: [],
        choice: { keys: '', count: 0, total: eur('0.00'), numbers: [] },
      }),
    }),
    'invoices-choice-wrong': invoices({ error: 'nothing_chosen' }),
    'invoices-done-promise': invoices({ done: { act: 'promise', count: 9 } }),
    'invoices-done-in-process': invoices({ done: { act: 'in_process', count: 9 } }),
    'invoices-done-dispute': invoices({ done: { act: 'dispute', count: 9 } }),
    'invoices-done-not-received': invoices({ done: { act: 'not_received', count: 9 } }),
    'invoices-in-payment': invoices({ claim: { ...documents, state: 'in_payment' } }),
    'answer-pay': answer('pay'),
    'answer-transfer': answer('transfer'),
    'answer-promise': answer('promise'),
    'answer-in-process': answer('in_process'),
    'answer-dispute': answer('dispute', { choice: { ...choice, count: 6 } }),
    'answer-not-received': answer('not_received'),
    'answer-day-wrong': answer('promise', failed('NOT_A_DAY')),
    'answer-past-wrong': answer('in_process', failed('PROMISE_IN_PAST')),
    'answer-late-wrong': answer('promise', failed('PROMISE_TOO_LATE', { days: '60' })),
    'answer-reason-wrong': answer('dispute', failed('REASON_MISSING')),
    'answer-gone-wrong': answer('dispute', failed('NO_INVOICE_CHOSEN')),
    'answer-other-wrong': answer('dispute', failed('SOMETHING_NEW')),
    'transfer-of-choice': { ...frame('/invoices/transfer/RF18539007547034'), kind: 'invoices_transfer', csrf, claim, choice },
    'transfer-of-nothing': {
      ...frame('/invoices/transfer/RF18539007547034'),
      kind: 'invoices_transfer',
      csrf,
      claim: { ...claim, transfer: null },
      choice: { ...choice, count: 0, numbers: [] },
    },
    'ledger-empty': ledger({ comparison: null }),
    ledger: ledger(),
    'ledger-page-2': ledger({ comparison: comparisonOf({ page: 2, pages: 3, count: 63 }) }),
    'ledger-same': ledger({ comparison: comparisonOf({ differences: [], count: 0, unread: [], theirsOpen: null, agreedKeys: '' }) }),
    'ledger-done-dispute': ledger({ done: 'dispute' }),
    'ledger-done-promise': ledger({ done: 'promise' }),
    ...Object.fromEntries(
      [
        'LEDGER_NO_NUMBER',
        'LEDGER_NO_AMOUNT',
        'LEDGER_EMPTY',
        'FILE_TOO_LARGE',
        'WORKBOOK_LOCKED',
        'FILE_NOT_WHAT_IT_SAYS',
        'DIFFERENCE_GONE',
        'PROMISE_TOO_LATE',
        'NOT_A_DAY',
        'LEDGER_UNREADABLE',
      ].map((code) => [`ledger-${code.toLowerCase().replaceAll('_', '-')}-wrong`, ledger(failed(code))]),
    ),
  };
}
