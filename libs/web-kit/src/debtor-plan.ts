import type { MoneyText } from './debtor-frame';

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
