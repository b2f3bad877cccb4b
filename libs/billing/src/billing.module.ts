import { Module } from '@nestjs/common';
import { MarkRemittancePaidOut } from './remittance/mark-remittance-paid-out';
import { OrderRemittance } from './remittance/order-remittance';
import { WriteStatements } from './remittance/write-statements';

const provided = [MarkRemittancePaidOut, OrderRemittance, WriteStatements];

@Module({ providers: provided, exports: provided })
export class BillingModule {}
