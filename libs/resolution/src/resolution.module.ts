import { Module } from '@nestjs/common';
import { CloseDispute } from './dispute/close-dispute';
import { OpenDispute } from './dispute/open-dispute';
import { AgreePlan } from './plan/agree-plan';
import { RecordPromise } from './promise/record-promise';

const writes = [AgreePlan, CloseDispute, OpenDispute, RecordPromise];

@Module({ providers: writes, exports: writes })
export class ResolutionModule {}
