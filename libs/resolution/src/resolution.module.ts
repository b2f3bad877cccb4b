import { Module } from '@nestjs/common';
import { CloseDispute } from './dispute/close-dispute';
import { OpenDispute } from './dispute/open-dispute';
import { AnswerInvoices } from './invoice-answer/answer-invoices';
import { AcceptPlan } from './plan/accept-plan';
import { AgreePlan } from './plan/agree-plan';
import { AnnounceTransfer } from './transfer/announce-transfer';
import { WithdrawAnnouncement } from './transfer/withdraw-announcement';
import { ChangePlan } from './plan/change-plan';
import { ChoosePlan } from './plan/choose-plan';
import { DecidePlan } from './plan/decide-plan';
import { InformClient } from './plan/inform-client';
import { OfferPlan } from './plan/offer-plan';
import { ProposePlan } from './plan/propose-plan';
import { RequestPlan } from './plan/request-plan';
import { SendPlanMessages } from './plan/send-plan-messages';
import { DeclinePlan } from './plan/decline-plan';
import { RecordPromise } from './promise/record-promise';
import { AnswerDifference } from './supplier-ledger/answer-difference';
import { KeepSupplierLedger } from './supplier-ledger/keep-supplier-ledger';

const plans = [
  AcceptPlan,
  AgreePlan,
  ChangePlan,
  ChoosePlan,
  DecidePlan,
  DeclinePlan,
  InformClient,
  OfferPlan,
  ProposePlan,
  RequestPlan,
  SendPlanMessages,
];
const writes = [
  ...plans,
  AnnounceTransfer,
  AnswerDifference,
  AnswerInvoices,
  CloseDispute,
  KeepSupplierLedger,
  OpenDispute,
  RecordPromise,
  WithdrawAnnouncement,
];

@Module({ providers: writes, exports: writes })
export class ResolutionModule {}
