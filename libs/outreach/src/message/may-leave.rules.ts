import { debtorPauses, type HoldKind } from '@amiable/cases';

/** The facts that decide, at the last moment, whether a message may still leave. */
export interface LeaveFacts {
  readonly caseState: 'open' | 'on_hold' | 'closed';
  /** Deceased, insolvent, over-indebted or another person: nobody is asked, not even by hand. */
  readonly askingStopped: boolean;
  /** What a hold is about; null when there is none. */
  readonly holdKind: HoldKind | null;
  readonly channel: 'email' | 'letter';
  readonly refusesEmail: boolean;
  readonly inCare: boolean;
  readonly promiseOpen: boolean;
  readonly openMinor: bigint;
  readonly disputedMinor: bigint;
  readonly sendingStopped: boolean;
  readonly paymentInFlight: boolean;
  readonly recipient: string | null;
  readonly byHand: boolean;
  readonly asksForMoney: boolean;
  /** A message of the scenario that the contact policy does not allow yet. */
  readonly tooOften: boolean;
}

/** Why a message must not leave any more; null when it may (product.md, rule 4: nothing after payment). */
export function reasonNotToLeave(facts: LeaveFacts): string | null {
  if (facts.sendingStopped) return 'sending_stopped';
  if (!facts.recipient) return 'no_recipient';
  if (facts.channel === 'email' && facts.refusesEmail) return 'email_refused';
  if (!facts.asksForMoney) return null;
  if (facts.caseState === 'closed') return 'case_closed';
  if (facts.askingStopped) return 'asking_stopped';
  if (facts.caseState === 'on_hold' && !facts.byHand)
    return facts.holdKind && debtorPauses.includes(facts.holdKind) ? facts.holdKind : 'on_hold';
  if (facts.channel === 'letter' && facts.inCare) return 'care_mode';
  if (facts.paymentInFlight) return 'payment_in_flight';
  if (facts.openMinor <= 0n) return 'nothing_owed';
  if (facts.openMinor <= facts.disputedMinor && !facts.byHand) return 'disputed';
  if (facts.promiseOpen && !facts.byHand) return 'promise_open';
  if (facts.tooOften) return 'written_too_often';
  return null;
}
