import { Module } from '@nestjs/common';
import { CloseDispute } from './dispute/close-dispute';
import { OpenDispute } from './dispute/open-dispute';
import { AgreePlan } from './plan/agree-plan';
import { AnnounceTransfer } from './transfer/announce-transfer';
import { WithdrawAnnouncement } from './transfer/withdraw-announcement';
import { RecordPromise } from './promise/record-promise';

const writes = [AgreePlan, AnnounceTransfer, CloseDispute, OpenDispute, RecordPromise, WithdrawAnnouncement];

@Module({ providers: writes, exports: writes })
export class ResolutionModule {}
