import { toString } from 'qrcode';
import { companyPages } from './pages-company.fixture';
import { answerPages } from './answers/answers.fixture';
import type {
  AnnouncedTransfer,
  Claim,
  ClaimHold,
  DebtorPage,
  DisputeProgress,
  FailedPayment,
  Frame,
  Language,
  PageBrand,
  Speaker,
} from '../../../libs/web-kit/src/debtor-pages';

/** Three invented brands that pull the look apart: round and teal, square and yellow, serif and orange. */
export const brands: Record<'lumen' | 'soleil' | 'nord', PageBrand> = {
  lumen: {
    name: 'Atelier Lumen',
    logo: `data:image/svg+xml,${encodeURIComponent(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="12" fill="#0f6e56"/><path d="M14 12v24h20v-6H21V12z" fill="#fff"/></svg>',
    )}`,
    isWordmark: false,
    light: {
      band: '#0f6e56',
      accent: '#0f6e56',
      onAccent: '#ffffff',
      accentHover: '#00624b',
      edge: '#0f6e56',
      link: '#0f6e56',
      soft: '#e4f9f1',
    },
    dark: {
      band: '#0f6e56',
      accent: '#0f6e56',
      onAccent: '#ffffff',
      accentHover: '#00624b',
      edge: '#207860',
      link: '#72c4a9',
      soft: '#0f2d23',
    },
    radius: 12,
    font: 'system',
    phone: '01 84 00 00 10',
    email: 'factures@atelier-lumen.example',
    website: 'www.atelier-lumen.example',
    address: '4 passage des Ateliers, 75011 Paris',
  },
  soleil: {
    name: 'Soleil Télécom',
    logo: null,
    isWordmark: false,
    light: {
      band: '#ffdd00',
      accent: '#ffdd00',
      onAccent: '#14171a',
      accentHover: '#f0d000',
      edge: '#a58e00',
      link: '#837100',
      soft: '#f8f4e1',
    },
    dark: {
      band: '#ffdd00',
      accent: '#ffdd00',
      onAccent: '#14171a',
      accentHover: '#f0d000',
      edge: '#ffdd00',
      link: '#ffdd00',
      soft: '#2c270e',
    },
    radius: 0,
    font: 'system',
    phone: '04 65 71 00 20',
    email: 'aide@soleil-telecom.example',
    website: 'www.soleil-telecom.example',
    address: '12 avenue du Port, 13002 Marseille',
  },
  nord: {
    name: 'Nord Énergie & Services des Hauts-de-France',
    logo: null,
    isWordmark: false,
    light: {
      band: '#ff7900',
      accent: '#ff9656',
      onAccent: '#14171a',
      accentHover: '#ffaa7a',
      edge: '#e66c00',
      link: '#b75400',
      soft: '#fff0e8',
    },
    dark: {
      band: '#ff7900',
      accent: '#ff9656',
      onAccent: '#14171a',
      accentHover: '#ffaa7a',
      edge: '#ff7900',
      link: '#ff9e64',
      soft: '#362014',
    },
    radius: 8,
    font: 'serif',
    phone: '03 20 00 00 30',
    email: 'bonjour@nord-energie.example',
    website: 'www.nord-energie.example',
    address: '8 rue de Béthune, 59000 Lille',
  },
};

export type BrandKey = keyof typeof brands;

/** The agency of the test cast; every one of its words is looked for where it must not be. */
export const agency = {
  name: 'Cabinet Exemple SAS',
  address: '12 rue des Fleurs, 69003 Lyon',
  siren: '404833048',
  phone: '04 78 00 00 00',
  email: 'contact@cabinet-exemple.example',
};

const eur = (amount: string) => ({ amount, currency: 'EUR' });

const creditors: Record<BrandKey, Speaker['creditor']> = {
  lumen: { name: 'Atelier Lumen SARL', address: '4 passage des Ateliers, 75011 Paris', siren: '732829320' },
  soleil: { name: 'Soleil Télécom', address: '12 avenue du Port, 13002 Marseille', siren: '552081317' },
  nord: { name: 'Nord Énergie', address: '8 rue de Béthune, 59000 Lille', siren: '404833048' },
};

/** Only the yellow brand is collected in the agency's own name. */
export function speakerOf(brand: BrandKey): Speaker {
  return brand === 'soleil'
    ? { hat: 'agency', agency, creditor: creditors[brand] }
    : { hat: 'client_name', agency: null, creditor: creditors[brand] };
}

export async function claimOf(brand: BrandKey): Promise<Claim> {
  const holder = brand === 'soleil' ? 'Cabinet Exemple – compte de tiers' : brands[brand].name;
  const payload = ['BCD', '002', '1', 'SCT', '', holder, 'FR7630006000011234567890189', 'EUR1061.40', '', 'RF18539007547034'].join('\n');
  return {
    reference: 'AL-2026-004217',
    debtorName: 'Camille D.',
    speaker: speakerOf(brand),
    lines: [
      {
        invoiceId: 'i-2031',
        number: 'F-2031',
        issuedOn: '2026-07-03',
        dueOn: '2026-08-02',
        amount: eur('842.50'),
        paid: eur('100.00'),
        open: eur('742.50'),
        disputed: false,
        description: 'Abonnement et installation',
      },
      {
        invoiceId: 'i-2047',
        number: 'F-2047',
        issuedOn: '2026-08-03',
        dueOn: '2026-09-01',
        amount: eur('318.90'),
        paid: eur('0.00'),
        open: eur('318.90'),
        disputed: false,
        description: null,
      },
    ],
    open: eur('1061.40'),
    paid: eur('100.00'),
    stage: 'reminder',
    next: { step: 'letter', on: '2026-12-01' },
    promise: null,
    payments: [{ on: '2026-09-15', amount: eur('100.00'), method: 'card', receiptId: 'r-77' }],
    transfer: {
      holder,
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      reference: 'RF18539007547034',
      amount: eur('1061.40'),
      qrSvg: (await toString(payload, { type: 'svg', errorCorrectionLevel: 'M' })).trim(),
    },
    partPayment: { allowed: true, smallest: eur('20.00') },
    state: 'to_pay',
    firstLetter: brand === 'soleil' ? { reference: 'LET-2026-000981', on: '2026-09-20' } : null,
  };
}

/** Every page in every state, for one brand and one language, under a name fit for a file. */
export async function pagesOf(brand: BrandKey, language: Language): Promise<Array<{ name: string; page: DebtorPage }>> {
  const base = `/b/${brand}`;
  const frame = (path: string): Frame => ({ language, nonce: 'n0nc3+/=', base, path: base + path, brand: brands[brand] });
  const csrf = 'csrf-token-of-the-test';
  const claim = await claimOf(brand);
  const settled: Claim = {
    ...claim,
    state: 'paid',
    open: eur('0.00'),
    paid: eur('1161.40'),
    transfer: null,
    lines: claim.lines.map((line) => ({ ...line, paid: line.amount, open: eur('0.00') })),
  };
  const disputed: Claim = {
    ...claim,
    toPay: eur('742.50'),
    transfer: claim.transfer && { ...claim.transfer, amount: eur('742.50') },
    lines: claim.lines.map((line, i) => ({ ...line, disputed: i === 1 })),
  };
  const allDisputed: Claim = {
    ...claim,
    state: 'disputed',
    toPay: eur('0.00'),
    lines: claim.lines.map((line) => ({ ...line, disputed: true })),
  };
  const promised: Claim = {
    ...claim,
    stage: 'formal_notice',
    promise: { amount: eur('1061.40'), on: '2026-12-05' },
    next: { step: 'call', on: '2026-12-06' },
  };
  const early: Claim = {
    ...claim,
    stage: 'before_due',
    next: { step: 'email', on: '2026-12-01' },
    payments: [],
    partPayment: { allowed: false, smallest: eur('0.00') },
    lines: claim.lines.slice(1),
    open: eur('318.90'),
    paid: eur('0.00'),
  };
  const claimPage = (changed: Claim, notice: Extract<DebtorPage, { kind: 'claim' }>['notice'] = null): DebtorPage => ({
    ...frame('/claim'),
    kind: 'claim',
    csrf,
    claim: changed,
    notice,
  });
  const payPage = (change: Partial<Extract<DebtorPage, { kind: 'pay' }>>): DebtorPage => ({
    ...frame('/pay'),
    kind: 'pay',
    csrf,
    claim,
    chosen: 'all',
    part: '',
    invoiceIds: [],
    error: null,
    inFlight: null,
    ...change,
  });
  const payError = (code: string, facts: Record<string, string>, chosen: 'all' | 'invoices' | 'part', part = ''): DebtorPage =>
    payPage({ chosen, part, error: { code, facts } });
  const returned = (state: Extract<DebtorPage, { kind: 'return' }>['payment']['state'], after: Claim = claim): DebtorPage => ({
    ...frame('/return/p-1'),
    kind: 'return',
    csrf,
    claim: after,
    payment: { state, amount: eur('1061.40'), receiptId: state === 'succeeded' ? 'r-78' : null },
    refreshSeconds: 3,
  });
  const held = (kind: ClaimHold['kind'], until: string | null, more: Partial<Claim> = {}): Claim => ({
    ...claim,
    state: 'on_hold',
    hold: { kind, until },
    next: null,
    ...more,
  });
  const announced = (state: AnnouncedTransfer['state']): AnnouncedTransfer => ({
    state,
    amount: eur('1061.40'),
    madeOn: '2026-11-24',
    until: '2026-12-01',
  });
  const dispute = (state: DisputeProgress['state'], answer: string | null = null): DisputeProgress => ({
    state,
    invoiceNumber: 'F-2047',
    amount: eur('318.90'),
    openedOn: '2026-11-12',
    dueOn: '2026-11-26',
    answer,
    answeredOn: answer ? '2026-11-20' : null,
  });
  const withDispute = (...all: DisputeProgress[]): Claim => ({ ...disputed, disputes: all });
  const failed = (kind: FailedPayment['kind']): Claim => ({
    ...claim,
    failed: { kind, amount: eur('1061.40'), on: '2026-11-20' },
  });
  const refused = (by: 'card' | 'approval' | 'debit'): DebtorPage => {
    const page = returned('failed') as Extract<DebtorPage, { kind: 'return' }>;
    return { ...page, payment: { ...page.payment, refused: by } };
  };
  const announcePage = (code: string | null, of: Claim = claim): DebtorPage => ({
    ...frame('/transfer'),
    kind: 'transfer_announce',
    csrf,
    claim: of,
    amount: code === 'NOT_AN_AMOUNT' ? 'vingt' : '1061,40',
    madeOn: '2026-11-24',
    error: code ? { code, facts: code === 'TRANSFER_DAY' ? { days: '30' } : {} } : null,
  });
  const enterLink = (error: 'wrong' | 'too_many' | null): DebtorPage => ({
    ...frame('/p/tok_en-1'),
    kind: 'enter',
    via: 'link',
    csrf,
    token: 'tok_en-1',
    asks: 'postcode',
    error,
    waitMinutes: 15,
  });
  const enterCode = (error: 'wrong' | 'too_many' | null): DebtorPage => ({
    ...frame('/enter'),
    kind: 'enter',
    via: 'code',
    csrf,
    reference: error ? 'AL-2026-004217' : '',
    error,
    waitMinutes: 15,
  });
  const verify = (answer: 'known' | 'unknown' | 'too_many' | null, stage: Claim['stage'] | 'closed' = 'reminder'): DebtorPage => ({
    ...frame('/verify'),
    kind: 'verify',
    csrf,
    reference: answer ? 'AL-2026-004217' : '',
    answer,
    speaker: answer === 'known' ? claim.speaker : null,
    stage: answer === 'known' ? stage : null,
  });
  const named: Record<string, DebtorPage> = {
    'enter-link': { ...frame('/p/tok_en-1'), kind: 'enter', via: 'link', csrf, token: 'tok_en-1', asks: null, error: null, waitMinutes: 0 },
    'enter-link-postcode': enterLink(null),
    'enter-link-postcode-wrong': enterLink('wrong'),
    'enter-link-postcode-too-many': enterLink('too_many'),
    'enter-link-amount': { ...enterLink(null), asks: 'amount' } as DebtorPage,
    'enter-link-amount-wrong': { ...enterLink('wrong'), asks: 'amount' } as DebtorPage,
    'enter-code': enterCode(null),
    'enter-code-wrong': enterCode('wrong'),
    'enter-code-too-many': enterCode('too_many'),
    'link-dead': { ...frame('/link'), kind: 'link_dead', csrf },
    'link-dead-asked': { ...frame('/link'), kind: 'link_dead', csrf, asked: true },
    claim: claimPage(claim),
    'claim-signed-in': claimPage(claim, 'signed_in'),
    'claim-cancelled': claimPage(claim, 'cancelled'),
    'claim-failed': claimPage(claim, 'failed'),
    'claim-before-due': claimPage(early),
    'claim-promised': claimPage(promised),
    'claim-call': claimPage({ ...claim, stage: 'call', next: null }),
    'claim-in-payment': claimPage({ ...claim, state: 'in_payment' }),
    'claim-paid': claimPage(settled),
    'claim-on-hold': claimPage({ ...claim, state: 'on_hold' }),
    'claim-closed': claimPage({ ...claim, state: 'closed' }),
    'claim-part-disputed': claimPage(disputed),
    'claim-disputed': claimPage(allDisputed),
    'claim-handed-back': claimPage({ ...claim, state: 'closed', closed: { reason: 'handed_back', on: '2026-11-02' } }),
    'claim-paid-attested': claimPage({ ...settled, attestationId: 'a-1', closed: { reason: 'paid', on: '2026-11-02' } }),
    'claim-overpaid': claimPage({ ...settled, refundDue: eur('50.00') }),
    'claim-paused-until': claimPage(held('staff', '2026-12-24')),
    'claim-deceased': claimPage(held('deceased', null)),
    'claim-insolvent': claimPage(held('insolvent', null)),
    'claim-transfer-announced': claimPage(held('transfer_announced', '2026-12-01', { announced: announced('awaited') }), 'announced'),
    'claim-transfer-late': claimPage(held('transfer_announced', '2026-12-01', { announced: announced('late') })),
    'claim-transfer-not-found': claimPage({ ...claim, announced: announced('not_found') }),
    'claim-transfer-withdrawn': claimPage(claim, 'withdrawn'),
    'claim-card-refused': claimPage(failed('card_refused')),
    'claim-approval-refused': claimPage(failed('approval_refused')),
    'claim-debit-refused': claimPage(failed('debit_refused')),
    'claim-debit-returned': claimPage(failed('debit_returned')),
    'claim-card-returned': claimPage(failed('card_returned')),
    'claim-dispute-received': claimPage(withDispute(dispute('received'))),
    'claim-dispute-waiting': claimPage(withDispute(dispute('waiting'))),
    'claim-dispute-late': claimPage(withDispute(dispute('late'))),
    'claim-dispute-answered': claimPage({
      ...claim,
      disputes: [dispute('rejected', 'La livraison du 3 août est signée.\nVous trouverez le bon joint.')],
    }),
    'claim-dispute-upheld': claimPage({ ...claim, disputes: [dispute('upheld', 'Un avoir est émis.')] }),
    'transfer-announce': announcePage(null),
    'transfer-announce-wrong-amount': announcePage('TRANSFER_TOO_LARGE'),
    'transfer-announce-not-an-amount': announcePage('NOT_AN_AMOUNT'),
    'transfer-announce-wrong-day': announcePage('TRANSFER_DAY'),
    'transfer-announce-already': announcePage(
      'TRANSFER_ALREADY_ANNOUNCED',
      held('transfer_announced', '2026-12-01', { announced: announced('awaited') }),
    ),
    'transfer-announce-wrong-proof': announcePage('TRANSFER_NEEDS_PROOF'),
    'transfer-announce-wrong-other': announcePage('SOMETHING_NEW'),
    'return-failed-card': refused('card'),
    'return-failed-approval': refused('approval'),
    'return-failed-debit': refused('debit'),
    suspended: { ...frame('/'), kind: 'suspended' },
    'verify-known-formal-notice': verify('known', 'formal_notice'),
    'verify-known-call': verify('known', 'call'),
    'verify-known-before-due': verify('known', 'before_due'),
    'verify-known-closed': verify('known', 'closed'),
    'pay-part-disputed': payPage({ claim: disputed }),
    pay: payPage({}),
    'pay-invoices': payPage({ chosen: 'invoices', invoiceIds: ['i-2047'] }),
    'pay-part-small': payError('PART_TOO_SMALL', { amount: '20.00', currency: 'EUR' }, 'part', '5'),
    'pay-part-large': payError('PART_TOO_LARGE', { amount: '1061.40', currency: 'EUR' }, 'part', '9999'),
    'pay-not-an-amount': payError('NOT_AN_AMOUNT', {}, 'part', 'vingt'),
    'pay-no-invoice': payError('NO_INVOICE_CHOSEN', {}, 'invoices'),
    'pay-no-part': payError('PART_NOT_ALLOWED', {}, 'all'),
    'pay-nothing-owed': payError('NOTHING_OWED', {}, 'all'),
    'pay-changed': payError('BALANCE_CHANGED', {}, 'all'),
    'pay-provider': payError('PROVIDER_UNAVAILABLE', {}, 'all'),
    'pay-other': payError('SOMETHING_NEW', {}, 'all'),
    'pay-in-flight': payPage({ inFlight: { amount: eur('1061.40'), continueUrl: 'https://pay.example/c/1' } }),
    'pay-in-flight-elsewhere': payPage({ inFlight: { amount: eur('1061.40'), continueUrl: null } }),
    'pay-on-hold': payPage({ claim: { ...claim, state: 'on_hold' } }),
    'return-waiting': returned('waiting'),
    'return-processing': returned('processing'),
    'return-succeeded': returned('succeeded', settled),
    'return-succeeded-part': returned('succeeded', { ...claim, open: eur('318.90') }),
    'return-failed': returned('failed'),
    'return-cancelled': returned('cancelled'),
    verify: verify(null),
    'verify-known': verify('known'),
    'verify-unknown': verify('unknown'),
    'verify-too-many': verify('too_many'),
    ...companyPages(frame, csrf, claim),
    ...answerPages(frame, csrf, claim),
    'session-over': { ...frame('/enter'), kind: 'session_over' },
    'problem-404': { ...frame('/'), kind: 'problem', status: 404, reference: null },
    'problem-429': { ...frame('/'), kind: 'problem', status: 429, reference: null },
    'problem-500': { ...frame('/'), kind: 'problem', status: 500, reference: 'req-8f31' },
    'problem-503': { ...frame('/'), kind: 'problem', status: 503, reference: null },
  };
  return Object.entries(named).map(([name, page]) => ({ name, page }));
}
