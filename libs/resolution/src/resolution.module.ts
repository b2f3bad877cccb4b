import { OutreachModule } from '@amiable/outreach';
import { Module } from '@nestjs/common';
import { AskForCall } from './answer/ask-for-call';
import { AskForCare } from './answer/ask-for-care';
import { ClaimPaid } from './answer/claim-paid';
import { ContestInvoices } from './answer/contest-invoices';
import { AddProof } from './answer/add-proof';
import { PromiseToPay } from './answer/promise-to-pay';
import { ProposeContact } from './answer/propose-contact';
import { SayNotMe } from './answer/say-not-me';
import { SetPreferences } from './answer/set-preferences';
import { SettleAnswer } from './answer/settle-answer';
import { WakeCallBacks } from './answer/wake-call-backs';
import { WriteToUs } from './answer/write-to-us';
import { InformClient } from './client-notice/inform-client';
import { CloseDispute } from './dispute/close-dispute';
import { OpenDispute } from './dispute/open-dispute';
import { AcceptPlan } from './plan/accept-plan';
import { AgreePlan } from './plan/agree-plan';
import { AnnounceTransfer } from './transfer/announce-transfer';
import { WithdrawAnnouncement } from './transfer/withdraw-announcement';
import { ChangePlan } from './plan/change-plan';
import { ChoosePlan } from './plan/choose-plan';
import { DecidePlan } from './plan/decide-plan';
import { OfferPlan } from './plan/offer-plan';
import { ProposePlan } from './plan/propose-plan';
import { RequestPlan } from './plan/request-plan';
import { SendPlanMessages } from './plan/send-plan-messages';
import { DeclinePlan } from './plan/decline-plan';
import { RecordPromise } from './promise/record-promise';
import { UndoPromise } from './promise/undo-promise';
import { AnswerDifference } from './supplier-ledger/answer-difference';
import { KeepSupplierLedger } from './supplier-ledger/keep-supplier-ledger';

const plans = [
  AcceptPlan,
  AgreePlan,
  ChangePlan,
  ChoosePlan,
  DecidePlan,
  DeclinePlan,
  OfferPlan,
  ProposePlan,
  RequestPlan,
  SendPlanMessages,
];
const writes = [
  ...plans,
  AnnounceTransfer,
  AnswerDifference,
  CloseDispute,
  InformClient,
  AddProof,
  KeepSupplierLedger,
  OpenDispute,
  RecordPromise,
  UndoPromise,
  WithdrawAnnouncement,
  AskForCall,
  AskForCare,
  ClaimPaid,
  ContestInvoices,
  PromiseToPay,
  ProposeContact,
  SayNotMe,
  SetPreferences,
  SettleAnswer,
  WakeCallBacks,
  WriteToUs,
];

@Module({ imports: [OutreachModule], providers: writes, exports: writes })
export class ResolutionModule {}
