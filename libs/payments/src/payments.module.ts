import { Module } from '@nestjs/common';
import { ProcessInbox } from './inbox/process-inbox';
import { CollectInstalments } from './collection/collect-instalments';
import { ReceiveEvent } from './inbox/receive-event';
import { RecordPayout } from './inbox/record-payout';
import { RecordTransfer } from './movement/record-transfer';
import { MeansOnFile } from './means/means-on-file';
import { CancelPayment } from './payment/cancel-payment';
import { OpenCheckout } from './payment/open-checkout';
import { StartPayment } from './payment/start-payment';
import { ReconcilePayments } from './payment/reconcile-payments';
import { SyncPayments } from './payment/sync-payments';
import { PaymentProvider } from './provider/payment-provider';
import { StripeProvider } from './provider/stripe-provider';
import { AskRefund } from './refund/ask-refund';
import { DecideRefund } from './refund/decide-refund';
import { RecordRefund } from './refund/record-refund';
import { ReviseRefundLimit } from './refund/revise-refund-limit';
import { SendRefunds } from './refund/send-refunds';
import { SendReceipts } from './receipt/send-receipts';
import { ReferenceInvoices } from './transfer-reference/reference-invoices';

const provided = [
  AskRefund,
  DecideRefund,
  RecordRefund,
  ReviseRefundLimit,
  SendRefunds,
  CancelPayment,
  CollectInstalments,
  MeansOnFile,
  OpenCheckout,
  ProcessInbox,
  ReceiveEvent,
  RecordPayout,
  ReconcilePayments,
  RecordTransfer,
  ReferenceInvoices,
  SendReceipts,
  StartPayment,
  SyncPayments,
  { provide: PaymentProvider, useClass: StripeProvider },
];

@Module({ providers: provided, exports: provided })
export class PaymentsModule {}
