import { Module } from '@nestjs/common';
import { CloseDispute } from './dispute/close-dispute';
import { OpenDispute } from './dispute/open-dispute';
import { AnswerInvoices } from './invoice-answer/answer-invoices';
import { AgreePlan } from './plan/agree-plan';
import { AnnounceTransfer } from './transfer/announce-transfer';
import { WithdrawAnnouncement } from './transfer/withdraw-announcement';
import { RecordPromise } from './promise/record-promise';
import { AnswerDifference } from './supplier-ledger/answer-difference';
import { KeepSupplierLedger } from './supplier-ledger/keep-supplier-ledger';

const writes = [
  AgreePlan,
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
