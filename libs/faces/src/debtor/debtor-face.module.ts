import { PaymentsModule } from '@amiable/payments';
import { Module } from '@nestjs/common';
import { DebtDebtorResolver } from './debt.debtor.resolver';

/** The debtor's endpoint. */
@Module({ imports: [PaymentsModule], providers: [DebtDebtorResolver] })
export class DebtorFaceModule {}
