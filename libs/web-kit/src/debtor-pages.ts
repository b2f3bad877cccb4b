/**
 * What the api hands to the debtor pages: plain data, already worded where the words depend on law or brand,
 * amounts as decimal text. Types only, so that the server can build them without knowing the pages.
 */
export type Language = 'fr' | 'en' | 'de' | 'es' | 'it' | 'nl';

export interface MoneyText {
  readonly amount: string; // "1212.82"
  readonly currency: string;
}

/** Resolved colours of one scheme; see brand-theme.rules.ts. */
export interface SchemeTokens {
  readonly band: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly accentHover: string;
  readonly edge: string;
  readonly link: string;
  readonly soft: string;
}

export interface PageBrand {
  readonly name: string;
  readonly logo: string | null; // a data URI, or an address on the brand's own host; cleaned by the server
  readonly logoDark?: string | null; // for dark grounds; without it the logo stands on white there
  readonly isWordmark: boolean; // the logo carries the name already
  readonly light: SchemeTokens;
  readonly dark: SchemeTokens;
  readonly radius: number;
  readonly font: 'system' | 'serif' | 'humanist' | 'inter' | 'source_serif' | 'atkinson';
  readonly fontFiles?: ReadonlyArray<{ readonly family: string; readonly weight: number; readonly name: string }>; // served under /fonts/
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly address: string;
}

/** Who speaks: the client under its brand, or the agency under its mandate (R124-4 CPCE). */
export interface Speaker {
  readonly hat: 'client_name' | 'agency';
  readonly agency: {
    readonly name: string;
    readonly address: string;
    readonly siren: string;
    readonly phone: string;
    readonly email: string;
  } | null; // only in the agency hat
  readonly creditor: { readonly name: string; readonly address: string; readonly siren: string };
}

export interface Frame {
  readonly language: Language;
  readonly nonce: string;
  readonly base: string; // "/b/nord" or "" on the brand's own host
  readonly path: string; // of this page as a GET, from the root of the host, base included, for the language switch
  readonly brand: PageBrand;
}

export interface ClaimLine {
  readonly invoiceId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: MoneyText;
  readonly paid: MoneyText;
  readonly open: MoneyText;
  readonly disputed: boolean;
  readonly description: string | null;
  readonly documents?: readonly LineDocument[]; // what the creditor shows of it, the invoice itself first
}

/** A document of an invoice; its file lies at `evidence/<id>`. */
export interface LineDocument {
  readonly id: string;
  readonly kind: 'invoice' | 'delivery_note' | 'terms' | 'other';
  readonly isPdf: boolean;
}

/** Why nothing is asked for now; `staff` is a reason of the house, which the debtor is not told. */
export interface ClaimHold {
  readonly kind:
    | 'staff'
    | 'transfer_announced'
    | 'payment_claimed'
    | 'hardship'
    | 'not_me'
    | 'wrong_person'
    | 'overindebted'
    | 'deceased'
    | 'insolvent';
  readonly until: string | null; // null: not by itself
}

/** A transfer the debtor says he made: awaited, later than usual, or not found. */
export interface AnnouncedTransfer {
  readonly state: 'awaited' | 'late' | 'not_found';
  readonly amount: MoneyText;
  readonly madeOn: string;
  readonly until: string;
}

/** How a dispute goes on: noted today, waiting for the creditor until a day, over that day, or answered. */
export interface DisputeProgress {
  readonly state: 'received' | 'waiting' | 'late' | 'upheld' | 'rejected';
  readonly invoiceNumber: string;
  readonly amount: MoneyText;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly answer: string | null;
  readonly answeredOn: string | null;
}

/** The last try to pay that brought no money, or whose money went back. */
export interface FailedPayment {
  readonly kind: 'card_refused' | 'approval_refused' | 'debit_refused' | 'debit_returned' | 'card_returned';
  readonly amount: MoneyText;
  readonly on: string;
}

/** What has accrued from a company beside the principal, as of a day. */
export interface AccruedLate {
  readonly asOf: string;
  readonly interest: MoneyText;
  readonly indemnity: MoneyText;
  readonly penalty: MoneyText;
  readonly total: MoneyText;
  readonly provisional: boolean;
}

export interface Claim {
  readonly reference: string;
  readonly debtorName: string;
  readonly debtorKind?: 'company' | 'person';
  readonly speaker: Speaker;
  readonly lines: readonly ClaimLine[];
  readonly open: MoneyText;
  readonly toPay?: MoneyText; // what is asked for now: open less what is disputed; what "pay all" charges
  readonly paid: MoneyText;
  readonly late?: AccruedLate | null; // beside what is asked for; no page takes money for it
  readonly stage: 'before_due' | 'reminder' | 'call' | 'formal_notice';
  readonly next: { readonly step: 'email' | 'letter' | 'call'; readonly on: string } | null;
  readonly promise: { readonly amount: MoneyText; readonly on: string } | null;
  readonly payments: ReadonlyArray<{
    readonly on: string;
    readonly amount: MoneyText;
    readonly method: string;
    readonly receiptId: string | null;
  }>;
  readonly transfer: {
    readonly holder: string;
    readonly iban: string;
    readonly bic: string;
    readonly reference: string;
    readonly amount: MoneyText;
    readonly qrSvg: string;
  } | null;
  readonly partPayment: { readonly allowed: boolean; readonly smallest: MoneyText };
  readonly state: 'to_pay' | 'in_payment' | 'paid' | 'on_hold' | 'closed' | 'disputed';
  readonly firstLetter: { readonly reference: string; readonly on: string } | null;
  readonly hold?: ClaimHold | null;
  readonly closed?: { readonly reason: 'paid' | 'handed_back' | 'given_up'; readonly on: string } | null;
  readonly announced?: AnnouncedTransfer | null;
  readonly disputes?: readonly DisputeProgress[];
  readonly failed?: FailedPayment | null;
  readonly refundDue?: MoneyText | null; // paid in beyond what was owed
  readonly attestationId?: string | null; // proof that all is settled
  readonly today?: string;
  readonly plan?: PlanBanner | null;
}

export type PlanRhythm = 'weekly' | 'fortnightly' | 'monthly';

/** A payment plan as it is shown to choose, to read and to accept. */
export interface PlanChoice {
  readonly rhythm: PlanRhythm;
  readonly total: MoneyText;
  readonly instalments: ReadonlyArray<{ readonly on: string; readonly amount: MoneyText }>;
}

/** What the debtor offered. */
export interface PlanOffer {
  readonly amount: MoneyText;
  readonly firstOn: string;
  readonly rhythm: PlanRhythm;
}

export interface PlanInstalment {
  readonly number: number;
  readonly on: string;
  readonly amount: MoneyText;
  readonly covered: MoneyText;
  readonly state: 'kept' | 'to_come' | 'due' | 'late';
}

/** Where the debtor stands with his plan: each step is a screen of the page /plan. */
export type PlanView =
  | {
      readonly step: 'wish';
      readonly choices: readonly PlanChoice[];
      readonly typed: { readonly amount: string; readonly firstOn: string; readonly rhythm: PlanRhythm };
      readonly rhythms: readonly PlanRhythm[];
      readonly from: string;
      readonly until: string; // the last day a plan may begin on without asking anybody
      readonly renegotiates: boolean; // a plan runs already: a person decides
      readonly refusal: string | null; // words of the one who refused the last request
    }
  | { readonly step: 'counter'; readonly offer: PlanOffer; readonly choices: readonly PlanChoice[] }
  | { readonly step: 'person'; readonly offer: PlanOffer; readonly answerBy: string; readonly reason: string }
  | { readonly step: 'asked'; readonly plan: PlanChoice; readonly answerBy: string; readonly reason: string }
  | {
      readonly step: 'recap';
      readonly planId: string;
      readonly plan: PlanChoice;
      readonly text: readonly string[];
      readonly textHash: string;
      readonly by: 'debtor' | 'staff';
      readonly answer: string | null;
      readonly expiresOn: string;
      readonly onFile: boolean; // chosen when the form comes back
    }
  | {
      readonly step: 'plan';
      readonly state: 'active' | 'late' | 'completed' | 'broken';
      readonly isNew: boolean; // just accepted
      readonly instalments: readonly PlanInstalment[];
      readonly rhythm: PlanRhythm;
      readonly total: MoneyText;
      readonly left: MoneyText;
      readonly toPayNow: MoneyText | null; // what is late or due, else the next instalment
      readonly next: { readonly on: string; readonly amount: MoneyText } | null;
      readonly payBy: string | null; // late: the plan goes on if it is paid before
      readonly onFile: boolean; // he chose to have the instalments collected
      readonly means: { readonly kind: 'card' | 'sepa_debit'; readonly last4: string; readonly expiresOn: string | null } | null;
      readonly maySkip: boolean;
      readonly moveDays: number; // how far the next instalment may be moved; 0: not at all
      readonly payment: 'waiting' | 'processing' | null;
      readonly documentId: string | null; // the agreement, as PDF
    };

/** The plan of a case in one line, for the claim page. */
export interface PlanBanner {
  readonly state: 'proposed' | 'asked' | 'refused' | 'active' | 'late' | 'broken' | 'completed';
  readonly next: { readonly on: string; readonly amount: MoneyText } | null;
  readonly payBy: string | null;
}

/** One line of the list of a company's accountant; `key` names it within its case. */
export interface ListedLine {
  readonly key: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly open: MoneyText;
  readonly amount: MoneyText;
  readonly state: 'settled' | 'disputed' | 'in_process' | 'promised' | 'overdue' | 'due';
  readonly answeredFor: string | null; // the day promised or of the payment run
  readonly choosable: boolean;
  readonly chosen: boolean;
  readonly document: LineDocument | null;
}

export interface InvoiceList {
  readonly q: string;
  readonly show: 'all' | 'open' | 'due' | 'overdue' | 'disputed' | 'promised' | 'in_process' | 'settled';
  readonly sort: 'due' | 'issued' | 'number' | 'largest' | 'smallest';
  readonly page: number;
  readonly pages: number;
  readonly all: number;
  readonly found: number;
  readonly foundOpen: MoneyText;
  readonly lines: readonly ListedLine[];
  readonly chosenElsewhere: string; // keys of lines chosen on other pages, joined by dots
  readonly choice: InvoiceChoice;
}

/** What is chosen on all pages of the list together. */
export interface InvoiceChoice {
  readonly keys: string; // joined by dots
  readonly count: number;
  readonly total: MoneyText;
  readonly numbers: readonly string[]; // the first of them
}

export type InvoiceAct = 'pay' | 'transfer' | 'promise' | 'in_process' | 'dispute' | 'not_received';

export type LedgerDifferenceKind =
  | 'missing_theirs'
  | 'missing_ours'
  | 'amount'
  | 'credit_unapplied'
  | 'paid_by_them'
  | 'paid_part_by_them'
  | 'paid_ours'
  | 'duplicate'
  | 'date'
  | 'number'
  | 'sign'
  | 'rounding'
  | 'currency';

/** One difference between the debtor's books and ours, and what it may become. */
export interface LedgerDifference {
  readonly key: string;
  readonly kind: LedgerDifferenceKind;
  readonly number: string; // ours, or theirs when we have none
  readonly theirNumber: string | null;
  readonly amount: MoneyText; // in question
  readonly ours: MoneyText | null;
  readonly theirs: MoneyText | null;
  readonly oursOn: string | null;
  readonly theirsOn: string | null;
  readonly line: number | null; // of their file
  readonly acts: ReadonlyArray<'dispute' | 'paid' | 'promise'>;
  readonly against: string | null; // the invoice a contestation would stand on, when it is another
  readonly acted: boolean;
  readonly document: LineDocument | null;
}

export interface LedgerComparison {
  readonly filename: string;
  readonly lines: number;
  readonly unread: readonly number[];
  readonly agreed: number;
  readonly agreedKeys: string; // of what both books say is open, joined by dots
  readonly oursOpen: MoneyText;
  readonly theirsOpen: MoneyText | null;
  readonly count: number; // of all differences
  readonly differences: readonly LedgerDifference[]; // of this page
  readonly page: number;
  readonly pages: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly suggestedDay: string;
}

/** What a debtor can tell us on a page of its own; also the last part of its address. */
export type AnswerTopic =
  | 'paid'
  | 'payment-run'
  | 'promise'
  | 'dispute'
  | 'not-me'
  | 'contact'
  | 'hardship'
  | 'call'
  | 'message'
  | 'preferences';

/** What a debtor told us, and what became of it. Days and instants are ISO texts. */
export interface GivenAnswer {
  readonly id: string;
  readonly reference: string;
  readonly kind:
    | 'already_paid'
    | 'payment_run'
    | 'promise'
    | 'dispute'
    | 'not_me'
    | 'contact_change'
    | 'hardship'
    | 'call_back'
    | 'message'
    | 'preferences';
  readonly state: 'open' | 'confirmed' | 'refused' | 'done';
  readonly givenOn: string;
  readonly followUpOn: string | null; // we answer until this day
  readonly facts: Readonly<Record<string, string | boolean | null>>;
  readonly note: string | null;
  readonly reply: string | null;
  readonly repliedOn: string | null;
  readonly files: ReadonlyArray<{ readonly id: string; readonly filename: string }>;
}

/** A form of the debtor as it was typed, with what it may offer. */
export interface AnswerForm {
  readonly topic: AnswerTopic;
  readonly step: 'form' | 'check';
  readonly key: string; // the form sent twice is one answer
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly error: { readonly code: string; readonly facts: Readonly<Record<string, string>>; readonly field: string | null } | null;
  readonly days: { readonly first: string; readonly last: string } | null; // between which a day may lie
  readonly answerBy: string | null; // the day we would answer until
  readonly slots: ReadonlyArray<{ readonly from: string; readonly to: string }>;
  readonly knownPhone: string | null; // masked
  readonly amount: MoneyText | null; // on the check page: what the answer comes to
}

/** Every page of the debtor face. `csrf` goes into each form as the field `_csrf`. */
export type DebtorPage = Frame &
  (
    | {
        readonly kind: 'enter';
        readonly via: 'link';
        readonly csrf: string;
        readonly token: string;
        readonly asks: 'postcode' | 'amount' | null;
        readonly error: 'wrong' | 'too_many' | null;
        readonly waitMinutes: number;
      } // "a file concerns you": no data before the postcode, so that a mail scanner learns nothing
    | {
        readonly kind: 'enter';
        readonly via: 'code';
        readonly csrf: string;
        readonly reference: string;
        readonly error: 'wrong' | 'too_many' | null;
        readonly waitMinutes: number;
      }
    | { readonly kind: 'link_dead'; readonly csrf: string; readonly asked?: boolean } // asked: a new link was asked for; the same answer whether the reference exists or not
    | {
        readonly kind: 'claim';
        readonly csrf: string;
        readonly claim: Claim;
        readonly answers?: readonly GivenAnswer[];
        readonly notice: 'cancelled' | 'failed' | 'signed_in' | 'announced' | 'withdrawn' | null;
      }
    | {
        readonly kind: 'pay';
        readonly csrf: string;
        readonly claim: Claim;
        readonly chosen: 'all' | 'invoices' | 'part';
        readonly part: string;
        readonly invoiceIds: readonly string[];
        readonly error: { readonly code: string; readonly facts: Record<string, string> } | null;
        readonly inFlight: { readonly amount: MoneyText; readonly continueUrl: string | null } | null;
      }
    | {
        readonly kind: 'return';
        readonly csrf: string;
        readonly claim: Claim;
        readonly payment: {
          readonly state: 'waiting' | 'processing' | 'succeeded' | 'failed' | 'cancelled';
          readonly amount: MoneyText;
          readonly receiptId: string | null;
          readonly refused?: 'card' | 'approval' | 'debit' | null; // who said no, when it failed
        };
        readonly refreshSeconds: number;
      }
    | {
        readonly kind: 'verify';
        readonly csrf: string;
        readonly reference: string;
        readonly answer: 'known' | 'unknown' | 'too_many' | null;
        readonly speaker: Speaker | null;
        readonly stage?: Claim['stage'] | 'closed' | null; // of a known reference
      }
    | {
        readonly kind: 'transfer_announce';
        readonly csrf: string;
        readonly claim: Claim;
        readonly amount: string;
        readonly madeOn: string;
        readonly error: { readonly code: string; readonly facts: Record<string, string> } | null;
      }
    | {
        readonly kind: 'plan';
        readonly csrf: string;
        readonly claim: Claim;
        readonly view: PlanView;
        readonly error: { readonly code: string; readonly facts: Record<string, string> } | null;
      }
    | { readonly kind: 'suspended' } // the pages of this brand are shut for now
    | {
        readonly kind: 'invoices';
        readonly csrf: string;
        readonly claim: Claim;
        readonly list: InvoiceList;
        readonly done: { readonly act: InvoiceAct; readonly count: number } | null;
        readonly error: 'nothing_chosen' | null;
      } // the list of a company's accountant
    | {
        readonly kind: 'answer_invoices';
        readonly csrf: string;
        readonly claim: Claim;
        readonly act: InvoiceAct;
        readonly choice: InvoiceChoice;
        readonly day: string;
        readonly firstDay: string;
        readonly lastDay: string;
        readonly reason: string;
        readonly note: string;
        readonly error: { readonly code: string; readonly facts: Record<string, string> } | null;
      }
    | { readonly kind: 'invoices_transfer'; readonly csrf: string; readonly claim: Claim; readonly choice: InvoiceChoice } // claim.transfer is that of the choice
    | {
        readonly kind: 'ledger';
        readonly csrf: string;
        readonly claim: Claim;
        readonly comparison: LedgerComparison | null;
        readonly done: 'dispute' | 'paid' | 'promise' | null;
        readonly error: { readonly code: string; readonly facts: Record<string, string> } | null;
      }
    | { readonly kind: 'notice'; readonly about: 'legal' | 'privacy' | 'accessibility'; readonly speaker: Speaker } // public, under every brand
    | ({ readonly kind: 'answer'; readonly csrf: string; readonly claim: Claim } & AnswerForm)
    | {
        readonly kind: 'answer_noted';
        readonly csrf: string;
        readonly claim: Claim;
        readonly answer: GivenAnswer;
        readonly takesFiles: boolean; // a proof may still be joined
        readonly from: 'invoices' | 'ledger' | null; // the page it leads back to; null: the claim
        readonly error: AnswerForm['error'];
      }
    | { readonly kind: 'left_alone'; readonly reference: string; readonly answerBy: string | null } // who says he is another person is shown nothing of the case
    | { readonly kind: 'session_over' }
    | { readonly kind: 'problem'; readonly status: 404 | 429 | 500 | 503; readonly reference: string | null }
  );
