import type { AnswerForm, GivenAnswer } from './debtor-answer';
import type { Claim } from './debtor-claim';
import type { InvoiceAct, InvoiceChoice, InvoiceList, LedgerComparison } from './debtor-company';
import type { Frame, MoneyText, Speaker } from './debtor-frame';
import type { PlanView } from './debtor-plan';

/** Every page of the debtor face, and the types it is made of; each part stands in a file of its own. */
export type * from './debtor-frame';
export type * from './debtor-claim';
export type * from './debtor-plan';
export type * from './debtor-company';
export type * from './debtor-answer';

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
        readonly answerBy: string; // the creditor has answered a contestation of today
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
        readonly answerBy: string;
        readonly done: 'dispute' | 'promise' | null;
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
