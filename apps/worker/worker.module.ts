import { BillingModule } from '@amiable/billing';
import { CasesModule } from '@amiable/cases';
import { ClientsModule } from '@amiable/clients';
import { IdentityModule } from '@amiable/identity';
import { InsightsModule } from '@amiable/insights';
import type { Clock } from '@amiable/kernel';
import { OutreachModule } from '@amiable/outreach';
import { PaymentsModule } from '@amiable/payments';
import { PlatformModule, type Settings } from '@amiable/platform';
import { ResolutionModule } from '@amiable/resolution';
import { StrategiesModule } from '@amiable/strategies';
import { Module, type DynamicModule } from '@nestjs/common';

/** What works in the background: the outbox, the inbox and the recurring tasks. */
@Module({})
export class WorkerModule {
  static with(settings: Settings, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.with(settings, clock),
        IdentityModule,
        ClientsModule,
        CasesModule,
        OutreachModule,
        StrategiesModule,
        ResolutionModule,
        PaymentsModule,
        BillingModule,
        InsightsModule,
      ],
    };
  }
}
