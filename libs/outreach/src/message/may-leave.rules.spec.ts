import { reasonNotToLeave, type LeaveFacts } from './may-leave.rules';

const fine: LeaveFacts = {
  caseState: 'open',
  askingStopped: false,
  holdKind: null,
  channel: 'email',
  refusesEmail: false,
  inCare: false,
  promiseOpen: false,
  openMinor: 100n,
  disputedMinor: 0n,
  sendingStopped: false,
  paymentInFlight: false,
  recipient: 'a@b.example',
  byHand: false,
  asksForMoney: true,
  tooOften: false,
};

it.each<[Partial<LeaveFacts>, string | null]>([
  [{}, null],
  [{ sendingStopped: true }, 'sending_stopped'],
  [{ recipient: null }, 'no_recipient'],
  [{ caseState: 'closed' }, 'case_closed'],
  [{ caseState: 'on_hold' }, 'on_hold'],
  [{ caseState: 'on_hold', byHand: true }, null],
  [{ caseState: 'on_hold', askingStopped: true, byHand: true }, 'asking_stopped'], // deceased or insolvent: not even by hand
  [{ caseState: 'on_hold', holdKind: 'staff' }, 'on_hold'],
  [{ caseState: 'on_hold', holdKind: 'payment_claimed' }, 'payment_claimed'],
  [{ caseState: 'on_hold', holdKind: 'payment_claimed', byHand: true }, null],
  [{ caseState: 'on_hold', askingStopped: true, asksForMoney: false }, null], // a reply leaves
  [{ refusesEmail: true }, 'email_refused'],
  [{ refusesEmail: true, asksForMoney: false }, 'email_refused'],
  [{ refusesEmail: true, channel: 'letter' }, null],
  [{ inCare: true }, null],
  [{ inCare: true, channel: 'letter' }, 'care_mode'],
  [{ inCare: true, channel: 'letter', asksForMoney: false }, null],
  [{ promiseOpen: true }, 'promise_open'],
  [{ promiseOpen: true, byHand: true }, null],
  [{ paymentInFlight: true }, 'payment_in_flight'],
  [{ paymentInFlight: true, byHand: true }, 'payment_in_flight'],
  [{ openMinor: 0n }, 'nothing_owed'],
  [{ disputedMinor: 100n }, 'disputed'],
  [{ disputedMinor: 99n }, null],
  [{ tooOften: true }, 'written_too_often'],
  [{ tooOften: true, asksForMoney: false }, null],
  [{ caseState: 'closed', openMinor: 0n, asksForMoney: false }, null], // a receipt leaves also after the case is closed
])('%j: %s', (change, reason) => {
  expect(reasonNotToLeave({ ...fine, ...change })).toBe(reason);
});
